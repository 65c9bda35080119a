import { useId, type ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { outcomes } from '@chengban/web';
import { useEditor } from '../design/editor-context.js';
import { definitionOf, objectOf, textOf } from '../modeler/moddle.js';
import { setText } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';

/** How the matter ends. An error end always ends as 异常结束. */
export function EndGroups({ end }: { end: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const told = definitionOf(objectOf(end));
  if (told === 'bpmn:CancelEventDefinition') return null;
  if (told === 'bpmn:ErrorEventDefinition')
    return (
      <Group title="结果">
        <p className="field-help">走到这里，事项以“异常结束”收尾；在子流程里时，会转到子流程边上的“捕获异常”。</p>
      </Group>
    );
  const words = Object.entries(outcomes).filter(([key]) => key !== 'failed');
  const value = textOf(objectOf(end), 'chengban:outcome') || 'accepted';
  return (
    <Group title="结果">
      <Field elementId={end.id} property="outcome" label="走到这里，事项的结果是" controlId={id}>
        <Choose
          id={id}
          value={value}
          options={[
            ...words.map(([key, { word }]) => ({ value: key, label: word })),
            ...(words.some(([key]) => key === value) ? [] : [{ value, label: value }]),
          ]}
          onChange={(outcome: string) => setText(editor, end, 'chengban:outcome', outcome)}
        />
      </Field>
    </Group>
  );
}
