import { useId, type ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { textOf, type Moddle } from '../modeler/moddle.js';
import { setModdleText } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { fieldsOf } from './use-form-fields.js';
import { useForms } from './use-forms.js';

/** `element` shows the process: itself, or the pool it is drawn in. Which form the steps with the purpose 填报 fill in. */
export function FormGroup({ element, process }: { element: Element; process: Moddle }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const forms = useForms();
  const key = textOf(process, 'chengban:form');
  const chosen = forms.find((form) => form.key === key);
  const known = forms.map((form) => ({ value: form.key, label: form.title }));
  return (
    <Group title="表单">
      <Field
        elementId={element.id}
        property="form"
        label="填报时用哪张表单"
        controlId={id}
        help={
          chosen &&
          `要填：${fieldsOf(chosen)
            .map((field) => field.title)
            .join('、')}。`
        }
      >
        <Choose<string>
          id={id}
          placeholder="请选择表单"
          value={key || undefined}
          options={key && !chosen ? [...known, { value: key, label: key }] : known}
          onChange={(form) => setModdleText(editor, element, process, 'chengban:form', form)}
        />
      </Field>
    </Group>
  );
}
