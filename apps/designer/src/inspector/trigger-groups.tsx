import { useId, type ReactNode } from 'react';
import { Radio } from 'antd';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { is, listOf, objectOf, textOf, type Moddle } from '../modeler/moddle.js';
import { rootKinds } from '../modeler/roots.js';
import { setExpression, setModdleText, setText } from './changes.js';
import { Choose } from './choose.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { RootField } from './root-field.js';
import { TextField } from './text-field.js';
import { TimerField } from './timer-field.js';

/** What an event waits for or tells, one group for each of its triggers. */
export function TriggerGroups({ event }: { event: Element }): ReactNode {
  const definitions = listOf(objectOf(event), 'eventDefinitions');
  return (
    <>
      {definitions.map((definition, at) => (
        <TriggerGroup key={`${definition.$type} ${at}`} event={event} definition={definition} />
      ))}
      {(is(event, 'bpmn:BoundaryEvent') || startsBeside(event)) && <AfterwardsGroup event={event} />}
    </>
  );
}

function TriggerGroup({ event, definition }: { event: Element; definition: Moddle }): ReactNode {
  const editor = useEditor();
  const shared = { element: event, holder: definition };
  const throws = is(event, 'bpmn:ThrowEvent');
  switch (definition.$type) {
    case 'bpmn:TimerEventDefinition':
      return (
        <Group title="时间">
          <TimerField event={event} definition={definition} help={timerHelp(event)} />
          {beginsFlow(event) && <p className="field-help">到时间{BEGINS}发布新版本后，按新版本的时间。</p>}
        </Group>
      );
    case 'bpmn:MessageEventDefinition':
      return (
        <Group title="消息">
          <RootField
            {...shared}
            kind={rootKinds.message}
            property="message"
            label="消息名称"
            placeholder="例如：专项检查启动"
          />
          <CorrelationField event={event} throws={throws} />
        </Group>
      );
    case 'bpmn:SignalEventDefinition':
      return (
        <Group title="信号">
          <RootField
            {...shared}
            kind={rootKinds.signal}
            property="signal"
            label="信号名称"
            placeholder="例如：年度考核开始"
            help={signalHelp(event, throws)}
          />
        </Group>
      );
    case 'bpmn:ErrorEventDefinition':
      return (
        <Group title="异常">
          <RootField
            {...shared}
            kind={rootKinds.error}
            property="error"
            label="异常代码"
            placeholder={throws ? '可以不填' : '不填就捕获所有异常'}
            help={throws ? '外层的“捕获异常”按这个代码认。' : '只捕获这个代码的异常；不填就捕获所有异常。'}
          />
        </Group>
      );
    case 'bpmn:EscalationEventDefinition':
      return (
        <Group title="上报">
          <RootField
            {...shared}
            kind={rootKinds.escalation}
            property="escalation"
            label="上报代码"
            placeholder={throws ? '可以不填' : '不填就接收所有上报'}
          />
        </Group>
      );
    case 'bpmn:ConditionalEventDefinition':
      return (
        <Group title="条件">
          <FeelText
            elementId={event.id}
            property="condition"
            label="什么时候成立（FEEL）"
            placeholder="例如：form.amount > 100"
            text={bodyOf(definition, 'condition')}
            save={(text) => setExpression(editor, event, definition, 'condition', text)}
          />
        </Group>
      );
    case 'bpmn:LinkEventDefinition':
      return (
        <Group title="接头">
          <TextField
            elementId={event.id}
            property="link"
            label="接头名称"
            help="“接到别处”和“从别处接来”的接头名称相同，就连在一起。"
            value={textOf(definition, 'name')}
            onCommit={(text) => setModdleText(editor, event, definition, 'name', text)}
          />
        </Group>
      );
    case 'bpmn:CompensateEventDefinition':
      return is(event, 'bpmn:ThrowEvent') ? <CompensationGroup event={event} definition={definition} /> : null;
    default:
      return null;
  }
}

export function CorrelationField({ event, throws }: { event: Element; throws: boolean }): ReactNode {
  const editor = useEditor();
  return (
    <FeelText
      elementId={event.id}
      property="correlation"
      label="关联值（FEEL）"
      rows={1}
      placeholder="例如：obligation.number"
      help={
        throws
          ? '对方等待时写的关联值和这里算出的一样，才会收到。'
          : '消息带的值和这里算出的一样，才会收到；不填就不挑，先等的先收到。'
      }
      text={textOf(objectOf(event), 'chengban:correlation')}
      save={(text) => setText(editor, event, 'chengban:correlation', text)}
    />
  );
}

/** Which activity is undone; none: all of the flow around it that were done. */
function CompensationGroup({ event, definition }: { event: Element; definition: Moddle }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const activity = definition.get('activityRef') as Moddle | undefined;
  const activities = editor.elements((element) => is(element, 'bpmn:Activity') && element !== event);
  return (
    <Group title="撤销">
      <Field elementId={event.id} property="compensation" label="撤销哪个环节" controlId={id}>
        <Choose<string>
          id={id}
          value={activity?.id ?? ''}
          options={[
            { value: '', label: '已办的全部环节' },
            ...activities.map((one) => ({ value: one.id, label: textOf(objectOf(one), 'name') || one.id })),
          ]}
          onChange={(chosen) => {
            const target = activities.find((one) => one.id === chosen);
            editor.modeling.updateModdleProperties(event, definition, {
              activityRef: target && objectOf(target),
            });
          }}
        />
      </Field>
    </Group>
  );
}

/** Whether what happens ends what it happens to. Errors and cancelling always do, undoing never. */
function AfterwardsGroup({ event }: { event: Element }): ReactNode {
  const editor = useEditor();
  const [definition] = listOf(objectOf(event), 'eventDefinitions');
  if (!definition || ALWAYS.includes(definition.$type)) return null;
  const property = is(event, 'bpmn:BoundaryEvent') ? 'cancelActivity' : 'isInterrupting';
  const around = is(event, 'bpmn:BoundaryEvent') ? '这个环节' : '外面的流程';
  return (
    <Group title="发生之后">
      <Field elementId={event.id} property={property} label={`${around}怎么办`}>
        <Radio.Group
          aria-label={`${around}怎么办`}
          value={objectOf(event).get(property) !== false}
          onChange={(change) => editor.modeling.updateProperties(event, { [property]: change.target.value as boolean })}
          options={[
            { value: true, label: '收回，转走这条线' },
            { value: false, label: '照常办，另走这条线' },
          ]}
        />
      </Field>
    </Group>
  );
}

const ALWAYS = ['bpmn:ErrorEventDefinition', 'bpmn:CancelEventDefinition', 'bpmn:CompensateEventDefinition'];

function startsBeside(event: Element): boolean {
  const parent = (event as Shape).parent as Element | undefined;
  return (
    is(event, 'bpmn:StartEvent') &&
    parent?.businessObject !== undefined &&
    objectOf(parent).get('triggeredByEvent') === true
  );
}

/** The start of the drawing's process itself; the start of a sub-process has no trigger of its own. */
const beginsFlow = (event: Element): boolean => is(event, 'bpmn:StartEvent') && !startsBeside(event);

const BEGINS = '就为绑定这个流程、还没有开始的承办事项自动开始，每件一次。';

function signalHelp(event: Element, throws: boolean): string {
  if (throws) return '所有在等这个信号的流程都会收到。';
  return beginsFlow(event) ? `收到这个信号，${BEGINS}` : '任何流程发出这个信号，这里都会收到。';
}

function timerHelp(event: Element): string {
  if (is(event, 'bpmn:BoundaryEvent'))
    return objectOf(event).get('cancelActivity') === false
      ? '从到达环节起算，到时间就走这条线，环节照常办。'
      : '从到达环节起算，到时间还没有办，就收回待办，走这条线。';
  if (beginsFlow(event)) return '从发布这一版起算。';
  return is(event, 'bpmn:StartEvent') ? '从流程开始起算。' : '从走到这里起算。';
}

export const bodyOf = (holder: Moddle, property: string): string => {
  const expression = holder.get(property) as Moddle | undefined;
  return expression ? textOf(expression, 'body') : '';
};
