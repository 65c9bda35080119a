import { useId, type ReactNode } from 'react';
import { AutoComplete } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { textOf, type Moddle } from '../modeler/moddle.js';
import { rootsOf, rootValue, setRoot, type RootKind } from '../modeler/roots.js';
import { Field } from './field.js';
import { useTyped } from './use-typed.js';

interface RootFieldProps {
  element: Element;
  /** the event definition or task that refers to the message, signal, error or escalation */
  holder: Moddle;
  kind: RootKind;
  property: string;
  label: string;
  help?: ReactNode;
  placeholder?: string;
}

/** The name of a message or signal, the code of an error or escalation: typed, or chosen from those of the file. */
export function RootField({ element, holder, kind, property, label, help, placeholder }: RootFieldProps): ReactNode {
  const editor = useEditor();
  const id = useId();
  const save = (text: string): void => setRoot(editor, element, holder, kind, text);
  const typed = useTyped(rootValue(holder, kind), save);
  const known = [...new Set(rootsOf(editor, kind).map((root) => textOf(root, kind.value) || root.id))];
  return (
    <Field elementId={element.id} property={property} label={label} controlId={id} help={help}>
      <AutoComplete
        id={id}
        placeholder={placeholder}
        maxLength={200}
        value={typed.value}
        options={known.map((value) => ({ value, label: value }))}
        onChange={(text: string) => typed.onChange(text)}
        onBlur={typed.commit}
        onInputKeyDown={(event) => {
          if (event.key === 'Escape') typed.revert();
        }}
      />
    </Field>
  );
}
