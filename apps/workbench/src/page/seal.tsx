import type { ReactNode } from 'react';
import { obligationStatuses, tones, type Obligation } from '@chengban/web';

/** The state of the matter as a seal beside its title. */
export function Seal({ obligation }: { obligation: Pick<Obligation, 'status' | 'statusName'> }): ReactNode {
  const { tone } = obligationStatuses[obligation.status];
  return (
    <span className="seal" style={{ color: tones[tone].text, borderColor: tones[tone].text }}>
      <span className="visually-hidden">状态：</span>
      {obligation.statusName}
    </span>
  );
}
