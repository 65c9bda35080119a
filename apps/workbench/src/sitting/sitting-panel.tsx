import type { ReactNode } from 'react';
import type { Sitting, TaskPage } from '@chengban/web';
import { Panel } from '../page/panel';
import { isPlain, missingWords } from './seat-words';
import { SeatsList } from './seats-list';

/** Of one task: why it came to me, and who decides there besides. */
export function SittingPanel({ task }: { task: TaskPage }): ReactNode {
  const { sitting, why } = task;
  if (!sitting || task.status !== 'open') return null;
  const plain = isPlain(sitting);
  if (plain && !why) return null;
  return (
    <Panel title={plain ? '为什么轮到我' : '还差谁'}>
      {plain ? (
        <p className="sitting-why">{why}</p>
      ) : (
        <>
          <SittingSummary sitting={sitting} />
          <SeatsList sitting={sitting} />
          {why && (
            <p className="sitting-why">
              <strong>为什么轮到我</strong>
              {why}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

/** Of a matter: every step where several decide, or where something happened to a seat. */
export function SittingPanels({ sittings }: { sittings: readonly Sitting[] }): ReactNode {
  return sittings
    .filter((sitting) => !isPlain(sitting))
    .map((sitting) => (
      <Panel key={`${sitting.nodeId} ${sitting.token}`} title={`还差谁：${sitting.name}`}>
        <SittingSummary sitting={sitting} />
        <SeatsList sitting={sitting} />
      </Panel>
    ));
}

function SittingSummary({ sitting }: { sitting: Sitting }): ReactNode {
  const missing = missingWords(sitting);
  return (
    <div className="sitting-summary">
      {sitting.rule && <p>{sitting.rule}</p>}
      {missing && (
        <p role="status">
          <strong>{missing}</strong>
        </p>
      )}
    </div>
  );
}
