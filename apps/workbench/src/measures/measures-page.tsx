import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { LightIcon, Mark, type MeasureRow } from '@chengban/web';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { PlanChooser } from '../page/plan-chooser';
import { Panel } from '../page/panel';
import { useMeasures, usePlan } from '../queries/plans';
import './measures.css';

/** The plan as the document has it: key task, work task, measure, with how far each measure is. */
export function MeasuresPage(): ReactNode {
  const { plan, query } = usePlan();
  const measures = useMeasures(plan?.id);
  useEffect(() => {
    if (measures.data && window.location.hash) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [measures.data]);
  return (
    <Page
      title="主要措施"
      lead={plan ? `${plan.title} · 共 ${plan.measureCount} 项措施` : '\u00a0'}
      actions={<PlanChooser />}
    >
      <Loaded
        query={plan === null ? { data: [], error: null, refetch: query.refetch as never } : measures}
        minHeight={600}
      >
        {(rows: MeasureRow[]) =>
          group(rows, (row) => row.keyTaskNo).map((keyTask) => <KeyTask key={keyTask[0].keyTaskNo} rows={keyTask} />)
        }
      </Loaded>
    </Page>
  );
}

function KeyTask({ rows }: { rows: Rows }): ReactNode {
  return (
    <div id={`key-task-${rows[0].keyTaskNo}`} className="key-task-anchor">
      <Panel title={`${'一二三四五六七八九十'[rows[0].keyTaskNo - 1] ?? rows[0].keyTaskNo}、${rows[0].keyTaskTitle}`}>
        {group(rows, (row) => row.workTaskNo).map((workTask) => (
          <section key={workTask[0].workTaskNo} className="work-task">
            <h3>
              {workTask[0].workTaskNo}. {workTask[0].workTaskTitle}
            </h3>
            <ol>
              {workTask.map((row) => (
                <Measure key={row.no} row={row} />
              ))}
            </ol>
          </section>
        ))}
      </Panel>
    </div>
  );
}

function Measure({ row }: { row: MeasureRow }): ReactNode {
  const { total, closed, overdue } = row.progress;
  return (
    <li>
      <p className="measure-text">
        （{row.no}）{row.text}
      </p>
      <p className="measure-foot">
        <span>{row.units.join('、')}</span>
        <span>{row.deadlineText}</span>
        {overdue > 0 && (
          <Mark tone="red" icon={<LightIcon colour="red" />}>
            逾期 {overdue}
          </Mark>
        )}
        <Link
          to={`/obligations?measure=${row.no}`}
          aria-label={`措施（${row.no}）的承办事项，已办结 ${closed}，共 ${total}`}
        >
          已办结 {closed} / {total}
        </Link>
      </p>
    </li>
  );
}

type Rows = [MeasureRow, ...MeasureRow[]];

/** Neighbours with the same key, in the order of the document. */
function group(rows: readonly MeasureRow[], keyOf: (row: MeasureRow) => number): Rows[] {
  const groups = new Map<number, MeasureRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()] as Rows[];
}
