import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { PlanChooser } from '../page/plan-chooser';
import { Panel } from '../page/panel';
import { useOverview, usePlan } from '../queries/plans';
import { KeyTaskList } from './key-task-list';
import { NextList } from './next-list';
import { TotalCards } from './total-cards';
import { UnitTable } from './unit-table';
import './overview.css';

export function OverviewPage(): ReactNode {
  const { plan, query } = usePlan();
  const overview = useOverview(plan?.id);
  return (
    <Page title="工作总览" lead={plan?.title ?? '\u00a0'} actions={<PlanChooser />}>
      <Loaded query={query} minHeight={600}>
        {() => {
          if (!plan) return <NoPlan />;
          return (
            <Loaded query={overview} minHeight={600}>
              {(data) => (
                <>
                  <TotalCards totals={data.totals} />
                  <div className="overview-columns">
                    <Panel title="重点任务">
                      <KeyTaskList rows={data.byKeyTask} />
                    </Panel>
                    {data.byUnit.length > 1 ? (
                      <Panel title="责任单位" extra={<Link to="/obligations">查看任务清单</Link>}>
                        <UnitTable rows={data.byUnit} />
                      </Panel>
                    ) : (
                      <Panel title="最近要办的" extra={<Link to="/tasks">查看我的待办</Link>}>
                        <NextList />
                      </Panel>
                    )}
                  </div>
                  <p className="overview-as-of">数据截至 {formatInstant(data.asOf)}</p>
                </>
              )}
            </Loaded>
          );
        }}
      </Loaded>
    </Page>
  );
}

const NoPlan = (): ReactNode => (
  <Panel>
    <Empty title="还没有实施方案">督办部门导入并确认实施方案后，这里会显示各单位的进展。</Empty>
  </Panel>
);
