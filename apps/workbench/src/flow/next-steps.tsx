import type { ReactNode } from 'react';
import type { Instance } from '@chengban/web';
import { Faces } from '../sitting/faces';
import { usePrediction } from './live-prediction';
import { unknownWords } from './next-words';

/** What comes next. It is the same step function on a copy of the state, so it is a prediction, and says so. */
export function NextSteps({ instance }: { instance: Instance }): ReactNode {
  const { prediction } = usePrediction(instance);
  if (instance.status === 'completed') return null;
  const { next, unknown, stuck, ends } = prediction;
  return (
    <>
      {next.map((step, index) => (
        <li key={`next-${step.nodeId}-${index}`} className="timeline-next">
          <strong>{step.name}</strong>
          <span className="timeline-word">之后</span>
          {step.rule && <p>{step.rule}</p>}
          <Faces people={step.who} />
        </li>
      ))}
      {unknown && (
        <li className="timeline-next timeline-unknown">
          <p>{unknownWords(unknown)}</p>
        </li>
      )}
      {stuck && (
        <li className="timeline-next timeline-unknown">
          <p>照现在的情况，走到这里会停住：{stuck.message}</p>
        </li>
      )}
      {ends && (
        <li className="timeline-next">
          <strong>办结</strong>
        </li>
      )}
    </>
  );
}
