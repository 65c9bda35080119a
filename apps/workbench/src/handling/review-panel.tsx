import type { ReactNode } from 'react';
import { Collapse } from 'antd';
import { formatInstant, roundOutcomes, SchemaValues, type Draft, type TaskPage } from '@chengban/web';
import { Empty } from '../page/empty';
import { Panel } from '../page/panel';
import { ChangesSince, useBaseline } from '../rounds/changes-since';
import { ItemsCheck } from '../rounds/items-check';
import { EvidenceList } from '../submissions/evidence-list';
import { RoundView } from '../submissions/round-view';

/** Reading: the newest round with what changed since the one before; older rounds folded away below. @param own the reader's own fields */
export function ReviewPanel({ task, own }: { task: TaskPage; own?: ReactNode }): ReactNode {
  const { form } = task;
  const rounds = [...task.rounds].sort((a, b) => b.no - a.no);
  const [newest, ...older] = rounds;
  const baseline = useBaseline(task.rounds);
  if (task.draft && task.status === 'open' && task.purpose === 'draft')
    return <ColleaguesDraft task={task} draft={task.draft} />;
  if (!newest) {
    return (
      <Panel title="报送内容">
        <Empty title="还没有报送内容">{task.holder ? `${task.holder.name} 正在填写。` : '责任单位还没有报送。'}</Empty>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={form.title}>
        {newest.outcome === 'pending' && (
          <>
            <ChangesSince rounds={task.rounds} form={form} />
            <ItemsCheck rounds={task.rounds} form={form} />
          </>
        )}
        <RoundView round={newest} before={baseline} form={form} />
        {older.length > 0 && (
          <Collapse
            ghost
            className="older-rounds"
            items={older.map((round, index) => ({
              key: round.no,
              label: `第 ${round.no} 轮（${roundOutcomes[round.outcome].word}）`,
              children: <RoundView round={round} before={older[index + 1]} form={form} />,
            }))}
          />
        )}
      </Panel>
      {own}
    </>
  );
}

/** Inside the unit everybody sees what the colleague who holds the task has written so far. */
function ColleaguesDraft({ task, draft }: { task: TaskPage; draft: Draft }): ReactNode {
  return (
    <Panel
      title={`${task.form.title}（草稿）`}
      extra={
        <span className="number">
          {draft.savedBy.name} 保存于 {formatInstant(draft.savedAt)}
        </span>
      }
    >
      <SchemaValues definition={task.form} data={draft.data} />
      {draft.evidence.length > 0 && <EvidenceList evidence={draft.evidence} />}
    </Panel>
  );
}
