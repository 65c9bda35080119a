import { useId, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { setText } from './changes.js';
import { Choose } from './choose.js';
import { decisionTemplate } from './decision-template.js';
import { decisionsOf, freeKey, setDecision, type Decision } from './decisions.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { ResultField } from './result-field.js';
import { useTyped } from './use-typed.js';

/** Which decision table decides, and the table itself as DMN. */
export function DecisionGroup({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const decisions = decisionsOf(editor);
  const key = textOf(objectOf(task), 'chengban:decision');
  const chosen = decisions.find((decision) => decision.key === key);
  const create = (): void => {
    const made = freeKey(decisions);
    editor.together.run(
      () => setDecision(editor, task, { key: made, xml: decisionTemplate(made) }),
      () => setText(editor, task, 'chengban:decision', made),
    );
  };
  return (
    <Group title="规则">
      <Field elementId={task.id} property="decision" label="按哪张决策表" controlId={id}>
        <Choose<string>
          id={id}
          placeholder={decisions.length > 0 ? '请选择' : '还没有决策表'}
          value={key || undefined}
          options={[
            ...decisions.map((decision) => ({ value: decision.key, label: decision.key })),
            ...(key && !chosen
              ? [{ value: key, label: key.trimStart().startsWith('<') ? '写在环节里的决策表' : key }]
              : []),
          ]}
          onChange={(next) => setText(editor, task, 'chengban:decision', next)}
        />
        <Button
          className="field-button"
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={create}
        >
          新建决策表
        </Button>
      </Field>
      {chosen && <DmnField key={chosen.key} task={task} decision={chosen} />}
      <ResultField task={task} />
    </Group>
  );
}

function DmnField({ task, decision }: { task: Element; decision: Decision }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const typed = useTyped(decision.xml, (xml) => setDecision(editor, task, { key: decision.key, xml: xml.trim() }));
  return (
    <Field
      elementId={task.id}
      property="decision.xml"
      label="决策表内容（DMN）"
      controlId={id}
      help="可以从别的工具里复制 DMN 文件的全部内容贴在这里。"
    >
      <Input.TextArea
        id={id}
        className="feel"
        autoSize={{ minRows: 6, maxRows: 16 }}
        spellCheck={false}
        value={typed.value}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={typed.commit}
      />
    </Field>
  );
}
