import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Select } from 'antd';
import { usePlan } from '../queries/plans';

/** Only where a city has more than one live plan. */
export function PlanChooser(): ReactNode {
  const { plan, plans } = usePlan();
  const [search, setSearch] = useSearchParams();
  if (!plan || plans.length < 2) return null;
  const choose = (id: string): void => {
    const next = new URLSearchParams(search);
    next.set('plan', id);
    setSearch(next, { replace: true });
  };
  return (
    <Select
      aria-label="实施方案"
      value={plan.id}
      style={{ minWidth: 260 }}
      options={plans.map((one) => ({ value: one.id, label: one.title }))}
      onChange={choose}
    />
  );
}
