import type { ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { objectOf } from '../modeler/moddle.js';
import { useNames } from '../publish/use-names.js';
import { taskSentence } from './task-words.js';

/** What the fields above and below come to, in plain words. */
export function TaskSentence({ task }: { task: Element }): ReactNode {
  const sentence = taskSentence(objectOf(task), useNames());
  return (
    <p className="setting-sentence" role="status">
      {sentence ?? '选好办理人后，这里会说明由谁、怎样办理。'}
    </p>
  );
}
