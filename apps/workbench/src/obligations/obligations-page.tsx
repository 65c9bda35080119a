import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Input, Select } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { lights, obligationStatuses, type Obligation } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { PlanChooser } from '../page/plan-chooser';
import { Panel } from '../page/panel';
import { HouseTable } from '../page/table';
import { useObligations } from '../queries/obligations';
import { usePlan, useUnits } from '../queries/plans';
import { obligationCard, obligationColumns } from './obligation-columns';

/** 任务清单. The filters live in the address: a list can be sent to a colleague as it is. */
export function ObligationsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const { plan } = usePlan();
  const units = useUnits();
  const text = search.get('q') ?? '';
  const q = useDeferredValue(text.trim());
  const light = search.get('light');
  const measure = Number(search.get('measure')) || undefined;
  const list = useObligations(
    {
      planId: plan?.id,
      unitId: search.get('unit') ?? undefined,
      status: search.get('status') ?? undefined,
      measureNo: measure,
      q: q || undefined,
    },
    !!plan,
  );
  const rows = useMemo(() => list.data?.filter((row) => !light || row.light.colour === light), [list.data, light]);
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const filtered = ['unit', 'status', 'light', 'q', 'measure'].some((name) => search.has(name));
  return (
    <Page
      title="任务清单"
      lead={measure ? `只看措施（${measure}）的承办事项` : (plan?.title ?? '\u00a0')}
      actions={<PlanChooser />}
    >
      <Panel>
        <div className="filters" role="search" aria-label="筛选任务清单">
          <Input
            aria-label="关键词"
            placeholder="编号、措施或要求中的关键词"
            prefix={<SearchOutlined aria-hidden />}
            style={{ width: 250 }}
            maxLength={100}
            allowClear
            value={text}
            onChange={(event) => set('q', event.target.value)}
          />
          <Select
            aria-label="单位"
            placeholder="全部单位"
            style={{ width: 190 }}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={search.get('unit')}
            options={units.data?.map((unit) => ({ value: unit.id, label: unit.name }))}
            onChange={(value?: string) => set('unit', value)}
          />
          <Select
            aria-label="状态"
            placeholder="全部状态"
            style={{ width: 130 }}
            allowClear
            value={search.get('status')}
            options={Object.entries(obligationStatuses).map(([value, { word }]) => ({ value, label: word }))}
            onChange={(value?: string) => set('status', value)}
          />
          <Select
            aria-label="预警"
            placeholder="全部预警"
            style={{ width: 130 }}
            allowClear
            value={light}
            options={Object.entries(lights).map(([value, { word }]) => ({ value, label: word }))}
            onChange={(value?: string) => set('light', value)}
          />
          {filtered && (
            <Button type="link" onClick={() => setSearch({}, { replace: true })}>
              清除筛选
            </Button>
          )}
          <span className="filters-count" role="status">
            {rows && `共 ${rows.length} 项${list.loading ? '，加载中' : ''}`}
          </span>
        </div>
        <Loaded
          query={{ data: plan === null ? [] : rows, error: list.error, refetch: list.refetch as never }}
          minHeight={420}
        >
          {(items: Obligation[]) => (
            <HouseTable
              label="任务清单"
              columns={obligationColumns}
              card={obligationCard}
              dataSource={items}
              minWidth={660}
              surroundings={290}
              locale={{
                emptyText: (
                  <Empty title={filtered ? '没有符合条件的事项' : '还没有承办事项'}>
                    {filtered && '请减少筛选条件再试。'}
                  </Empty>
                ),
              }}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
