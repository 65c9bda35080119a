import { useId, type ReactNode } from 'react';
import { Switch } from 'antd';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { conditionOf, is, objectOf, textOf, type Moddle } from '../modeler/moddle.js';
import { setDefault, setExpression } from './changes.js';
import { ConditionField } from './condition-field.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { conditionInWords } from './simple-condition.js';
import { bodyOf } from './trigger-groups.js';
import { useFormFields } from './use-form-fields.js';

/** Nodes whose lines out carry conditions. */
const CHOOSING = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'];

/** A line: one that leaves a choosing gateway, or one of another tool that has a condition anyway. */
export function LineGroups({ line }: { line: Element }): ReactNode {
  const { source } = line as Connection;
  if (!source || !is(line, 'bpmn:SequenceFlow')) return null;
  const chooses = CHOOSING.some((type) => is(source as Element, type));
  if (!chooses && conditionOf(line) === '' && !defaultOf(source as Element)) return null;
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

/** 分支判断 and 多选分支: its lines with their conditions in words; pressing one goes to that line. */
export function GatewayGroups({ gateway }: { gateway: Element }): ReactNode {
  const object = objectOf(gateway);
  if (object.$type === 'bpmn:EventBasedGateway')
    return (
      <p className="inspector-tip">后面接“等待时间”“等待消息”“等待信号”等，哪个先发生就走哪条线，其余的不再等。</p>
    );
  return (
    <>
      {object.$type === 'bpmn:ComplexGateway' && <ActivationGroup gateway={gateway} />}
      {CHOOSING.includes(object.$type) && <ChoiceGroup gateway={gateway} />}
    </>
  );
}

function ActivationGroup({ gateway }: { gateway: Element }): ReactNode {
  const editor = useEditor();
  return (
    <Group title="汇合">
      <FeelText
        elementId={gateway.id}
        property="activationCondition"
        label="什么时候往下走（FEEL）"
        placeholder="例如：activationCount >= 2"
        help="activationCount 是已经走到这里的线数。"
        text={bodyOf(objectOf(gateway), 'activationCondition')}
        save={(text) => setExpression(editor, gateway, objectOf(gateway), 'activationCondition', text)}
      />
    </Group>
  );
}

function ChoiceGroup({ gateway }: { gateway: Element }): ReactNode {
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
