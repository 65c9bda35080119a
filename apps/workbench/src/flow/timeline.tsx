import type { ReactNode } from 'react';
import { formatInstant, type HistoryEntry, type Instance, type Upcoming } from '@chengban/web';
import { whoDid } from './who-did';
import './timeline.css';

/** Drafts saved along the way are no step of the matter. */
const UNTOLD = ['save'];
/** What did not bring the matter forward is not painted like what did. */
const BACKWARDS = ['return', 'incident'];

/** Past → now → next. What comes next is the same step function on a copy of the state, so it is a prediction, and says so. */
export function Timeline({ instance }: { instance: Instance }): ReactNode {
  const past = instance.history.filter((entry) => !UNTOLD.includes(entry.verb));
  return (
    <ol className="timeline">
      {past.map((entry) => (
        <Past key={entry.seq} entry={entry} />
      ))}
      {instance.current.map((step) => (
        <li key={`now-${step.nodeId}`} className="timeline-now" aria-current="step">
          <strong>{step.name}</strong>
          <span className="timeline-word">办理中</span>
          <Who step={step} />
        </li>
      ))}
      {instance.upcoming.map((step) => (
        <li key={`next-${step.nodeId}`} className="timeline-next">
          <strong>{step.name}</strong>
          <span className="timeline-word">之后</span>
          <Who step={step} />
        </li>
      ))}
    </ol>
  );
}

function Past({ entry }: { entry: HistoryEntry }): ReactNode {
  return (
    <li className={BACKWARDS.includes(entry.verb) ? 'timeline-returned' : 'timeline-past'}>
      <strong>{entry.nodeName ?? entry.verbName}</strong>
      {entry.nodeName && <span className="timeline-word">{entry.verbName}</span>}
      <p>
        {whoDid(entry)} · <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
      </p>
      {entry.text && <blockquote>{entry.text}</blockquote>}
    </li>
  );
}

function Who({ step }: { step: Upcoming }): ReactNode {
  return step.who.length ? <p>{step.who.join('、')}</p> : null;
}
