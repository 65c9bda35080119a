import { useId, type ReactNode } from 'react';
import { CANCEL_UNTIL_WORDS, DEDUPE_WORDS } from '@chengban/domain';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { textOf, type Moddle } from '../modeler/moddle.js';
import { setModdleText } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';

/** What holds for every step: who is not asked twice, how long the starter may take the matter back. */
export function ApprovalGroup({ element, process }: { element: Element; process: Moddle }): ReactNode {
  return (
    <Group title="审批">
      <WordField
        element={element}
        process={process}
        property="dedupe"
        label="自动去重"
        usual="off"
        words={DEDUPE_WORDS}
        help="只在连着的审核之间去重，不会跨过填报；填报过的人从来不能审核。"
      />
      <WordField
        element={element}
        process={process}
        property="cancelUntil"
        label="发起人撤销"
        usual="review"
        words={CANCEL_UNTIL_WORDS}
      />
    </Group>
  );
}

interface WordFieldProps {
  element: Element;
  process: Moddle;
  property: 'dedupe' | 'cancelUntil';
  label: string;
  /** what holds when nothing is drawn */
  usual: string;
  words: Readonly<Record<string, string>>;
  help?: string;
}

function WordField({ element, process, property, label, usual, words, help }: WordFieldProps): ReactNode {
  const editor = useEditor();
  const id = useId();
  const drawn = textOf(process, `chengban:${property}`) || usual;
  const options = Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <Field elementId={element.id} property={property} label={label} controlId={id} help={help}>
      <Choose<string>
        id={id}
        value={drawn}
        options={drawn in words ? options : [...options, { value: drawn, label: `${drawn}（系统不认识）` }]}
        onChange={(value) =>
          setModdleText(editor, element, process, `chengban:${property}`, value === usual ? '' : value)
        }
      />
    </Field>
  );
}
