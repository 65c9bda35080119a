import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { formatInstant, type HistoryEntry, type Instance } from '@chengban/web';
import { Face } from '../sitting/face';
import { Faces } from '../sitting/faces';
import { NextSteps } from './next-steps';
import { lookOf, toldOf } from './past-steps';
import { whoDid } from './who-did';
import './timeline.css';

/** As many of the last steps as are shown at once. */
const SHOWN = 6;

/** Past → now → next. What a return or taking back has undone stays to be seen, and is seen not to count. */
export function Timeline({ instance }: { instance: Instance }): ReactNode {
  const [all, setAll] = useState(false);
  const past = toldOf(instance.history);
  const hidden = all ? 0 : Math.max(0, past.length - SHOWN);
  const known = new Set(instance.sittings.map(({ nodeId }) => nodeId));
  return (
    <>
      {hidden > 0 && (
        <Button type="link" size="small" className="timeline-more" onClick={() => setAll(true)}>
          更早的 {hidden} 步
        </Button>
      )}
      <ol className="timeline">
        {past.slice(hidden).map((entry) => (
          <Past key={entry.seq} entry={entry} />
        ))}
        {instance.sittings.map((sitting) => (
          <li key={`now-${sitting.token}`} className="timeline-now" aria-current="step">
            <strong>{sitting.name}</strong>
            <span className="timeline-word">办理中</span>
            <Faces
              standIns={instance.standIns}
              people={sitting.seats
                .filter(({ status }) => status === 'open' || status === 'decided')
                .flatMap(({ who }) => who)}
            />
            {sitting.dueAt && <p>{formatInstant(sitting.dueAt)} 前办理</p>}
          </li>
        ))}
        {instance.current
          .filter(({ nodeId }) => !known.has(nodeId))
          .map((step) => (
            <li key={`now-${step.nodeId}`} className="timeline-now" aria-current="step">
              <strong>{step.name}</strong>
              <span className="timeline-word">办理中</span>
              {step.who.length > 0 && <p>{step.who.join('、')}</p>}
            </li>
          ))}
        <NextSteps instance={instance} />
      </ol>
    </>
  );
}

function Past({ entry }: { entry: HistoryEntry }): ReactNode {
  return (
    <li className={`timeline-${lookOf(entry)}`}>
      <strong>{entry.nodeName ?? entry.verbName}</strong>
      {entry.nodeName && <span className="timeline-word">{entry.verbName}</span>}
      {!entry.counts && <span className="timeline-word timeline-void">不再算数</span>}
      <p className="timeline-who">
        {entry.actor && <Face name={entry.actor.name} />}
        <span>
          {whoDid(entry)} · <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
        </span>
      </p>
      {entry.text && <blockquote>{entry.text}</blockquote>}
    </li>
  );
}
