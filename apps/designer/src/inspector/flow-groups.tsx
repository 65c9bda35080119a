import { useId, type ReactNode } from 'react';
import { Switch } from 'antd';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { conditionOf, is, objectOf, textOf, type Moddle } from '../modeler/moddle.js';
import { setDefault } from './changes.js';
import { ConditionField } from './condition-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { conditionInWords } from './simple-condition.js';
import { useFormFields } from './use-form-fields.js';

/** A line: only one that leaves a 分支判断 carries a condition. */
export function LineGroups({ line }: { line: Element }): ReactNode {
  const { source } = line as Connection;
  if (!source || !is(source as Element, 'bpmn:ExclusiveGateway')) return null;
  const isDefault = defaultOf(source as Element) === objectOf(line);
  return (
    <Group title="条件">
      <DefaultSwitch line={line} gateway={source as Element} isDefault={isDefault} />
      {!isDefault && <ConditionField key={line.id} line={line} />}
    </Group>
  );
}

function DefaultSwitch(props: { line: Element; gateway: Element; isDefault: boolean }): ReactNode {
  const editor = useEditor();
  const id = useId();
  return (
    <Field
      elementId={props.line.id}
      property="default"
      label="默认走向"
      controlId={id}
      help={props.isDefault ? '其他线的条件都不满足时走这条线，所以它不需要条件。' : undefined}
    >
      <Switch
        id={id}
        aria-label="默认走向"
        checked={props.isDefault}
        onChange={(on) => setDefault(editor, props.gateway, on ? props.line : null)}
      />
    </Field>
  );
}

/** A 分支判断: its lines with their conditions in words; pressing one goes to that line. */
export function GatewayGroups({ gateway }: { gateway: Element }): ReactNode {
  const editor = useEditor();
  const fields = useFormFields();
  const titleOf = (name: string): string => fields.find((field) => field.name === name)?.title ?? name;
  const lines = ((gateway as Shape).outgoing as Connection[]).filter((line) => is(line, 'bpmn:SequenceFlow'));
  if (lines.length < 2) return null;
  return (
    <Group title="走向">
      <Field elementId={gateway.id} property="outgoing" label="按什么条件走哪条线">
        <ul className="lines">
          {lines.map((line) => (
            <li key={line.id}>
              <button type="button" onClick={() => editor.select(line.id)}>
                <b>{textOf(objectOf(line), 'name') || `到${nameOf(line.target as Element)}`}</b>
                <span>
                  {defaultOf(gateway) === objectOf(line) ? '默认走向' : conditionInWords(conditionOf(line), titleOf)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Field>
    </Group>
  );
}

const nameOf = (element: Element): string => `“${textOf(objectOf(element), 'name') || element.id}”`;
const defaultOf = (gateway: Element): Moddle | undefined => objectOf(gateway).get('default') as Moddle | undefined;
