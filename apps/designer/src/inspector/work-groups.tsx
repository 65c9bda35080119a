import { useId, type ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { useFlows } from '../flows/use-flows.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { definitionsOf, rootKinds } from '../modeler/roots.js';
import { setText } from './changes.js';
import { Choose } from './choose.js';
import { DecisionGroup } from './decision-group.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { calledFlows } from './called-flows.js';
import { ResultField } from './result-field.js';
import { RootField } from './root-field.js';
import { CorrelationField } from './trigger-groups.js';
import { useHandlers } from './use-handlers.js';

/** What an automatic step does. */
export function WorkGroups({ task }: { task: Element }): ReactNode {
  switch (task.type) {
    case 'bpmn:ServiceTask':
      return <HandlerGroup task={task} />;
    case 'bpmn:SendTask':
    case 'bpmn:ReceiveTask':
      return <MessageGroup task={task} />;
    case 'bpmn:ScriptTask':
      return <ScriptGroup task={task} />;
    case 'bpmn:BusinessRuleTask':
      return <DecisionGroup task={task} />;
    case 'bpmn:CallActivity':
      return <CallGroup task={task} />;
    default:
      return null;
  }
}

function HandlerGroup({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const { handlers, isPending } = useHandlers();
  const value = textOf(objectOf(task), 'chengban:handler');
  const chosen = handlers.find(({ name }) => name === value);
  const gone = value !== '' && !isPending && !chosen;
  return (
    <Group title="处理程序">
      <Field
        elementId={task.id}
        property="handler"
        label="由系统做什么"
        controlId={id}
        help={chosen ? `要带入的内容：${chosen.help}` : undefined}
      >
        <Choose<string>
          id={id}
          placeholder="请选择"
          loading={isPending}
          value={value || undefined}
          options={[
            ...handlers.map(({ name, title }) => ({ value: name, label: title })),
            ...(gone ? [{ value, label: `${value}（系统里没有）` }] : []),
          ]}
          onChange={(handler) => setText(editor, task, 'chengban:handler', handler)}
        />
      </Field>
    </Group>
  );
}

function MessageGroup({ task }: { task: Element }): ReactNode {
  return (
    <Group title="消息">
      <RootField
        element={task}
        holder={objectOf(task)}
        kind={rootKinds.message}
        property="message"
        label="消息名称"
        placeholder="例如：专项检查启动"
      />
      <CorrelationField event={task} throws={is(task, 'bpmn:SendTask')} />
    </Group>
  );
}

function ScriptGroup({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const object = objectOf(task);
  const language = textOf(object, 'scriptFormat');
  const foreign = language !== '' && !/feel/i.test(language);
  return (
    <Group title="算式">
      <FeelText
        elementId={task.id}
        property="script"
        label="算式（FEEL）"
        rows={3}
        placeholder='例如：if form.amount > 100 then "重大" else "一般"'
        text={textOf(object, 'script')}
        save={(text) =>
          editor.modeling.updateProperties(task, { script: text.trim() || undefined, scriptFormat: 'FEEL' })
        }
        help={foreign ? `文件里写的是 ${language} 脚本，流程只会算 FEEL，请改写。` : undefined}
      />
      <ResultField task={task} help="不填时，算出的如果是一组名称和值，就各放进同名的内容。" />
    </Group>
  );
}

function CallGroup({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const flows = useFlows();
  const value = textOf(objectOf(task), 'calledElement');
  const options = calledFlows(flows.data ?? [], definitionsOf(editor), textOf(objectOf(editor.process), 'id'));
  const gone = value !== '' && flows.isSuccess && !options.some((option) => option.value === value);
  return (
    <Group title="调用的流程">
      <Field
        elementId={task.id}
        property="calledElement"
        label="办完哪个流程再继续"
        controlId={id}
        help="发布时固定为对方当时的最新版本，以后对方再发布也不受影响。"
      >
        <Choose<string>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择已发布的流程"
          loading={flows.isPending}
          value={value || undefined}
          options={[...options, ...(gone ? [{ value, label: `${value}（没有发布）` }] : [])]}
          onChange={(called) => setText(editor, task, 'calledElement', called)}
        />
      </Field>
    </Group>
  );
}
