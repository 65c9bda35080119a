import type { ReactNode } from 'react';
import { Radio } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { is, objectOf } from '../modeler/moddle.js';
import { setExpression } from './changes.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { bodyOf } from './trigger-groups.js';

/** What is particular to the variants of a sub-process. */
export function SubProcessGroups({ subProcess }: { subProcess: Element }): ReactNode {
  if (is(subProcess, 'bpmn:AdHocSubProcess')) return <AdHocGroup subProcess={subProcess} />;
  const object = objectOf(subProcess);
  if (object.get('triggeredByEvent') === true)
    return <p className="inspector-tip">框里的“开始”写明等什么：到时间、收到消息或信号、出现异常。点它来设置。</p>;
  if (is(subProcess, 'bpmn:Transaction'))
    return <p className="inspector-tip">里面走到“取消事务”时，已办的环节按各自的“撤销办法”撤销。</p>;
  return null;
}

function AdHocGroup({ subProcess }: { subProcess: Element }): ReactNode {
  const editor = useEditor();
  const object = objectOf(subProcess);
  return (
    <Group title="怎么办完">
      <Field elementId={subProcess.id} property="ordering" label="里面的环节">
        <Radio.Group
          aria-label="里面的环节"
          value={object.get('ordering') === 'Sequential' ? 'Sequential' : 'Parallel'}
          onChange={(event) => editor.modeling.updateProperties(subProcess, { ordering: event.target.value as string })}
          options={[
            { value: 'Parallel', label: '可以同时办' },
            { value: 'Sequential', label: '一次只办一个' },
          ]}
        />
      </Field>
      <FeelText
        elementId={subProcess.id}
        property="completionCondition"
        label="什么时候算办完（FEEL）"
        text={bodyOf(object, 'completionCondition')}
        help="每办完一个看一次；不填就全部办完才继续。"
        save={(text) => setExpression(editor, subProcess, object, 'completionCondition', text)}
      />
    </Group>
  );
}
