import type { ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { setText } from './changes.js';
import { TextField } from './text-field.js';

/** The variable that the result of a script or a decision goes to. */
export function ResultField({ task, help }: { task: Element; help?: string }): ReactNode {
  const editor = useEditor();
  return (
    <TextField
      elementId={task.id}
      property="resultVariable"
      label="结果放进"
      placeholder="例如：level"
      help={help ?? '后面的条件用这个名称取结果。'}
      maxLength={100}
      value={textOf(objectOf(task), 'chengban:resultVariable')}
      onCommit={(text) => setText(editor, task, 'chengban:resultVariable', text)}
    />
  );
}
