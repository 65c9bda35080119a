import { useId, type ReactNode } from 'react';
import { Checkbox, InputNumber, Radio } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { AssignmentFields } from './assignment-fields.js';
import { setPurpose, setText, setWorkdays } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { TextField } from './text-field.js';

/** Everything about a step that people do. */
export function TaskGroups({ task }: { task: Element }): ReactNode {
  const purpose = purposeOf(task);
  return (
    <>
      <Group title="办理人">
        <AssignmentFields task={task} />
      </Group>
      <Group title="办理时限">
        <WorkdaysField task={task} />
        <ClockField task={task} />
      </Group>
      <Group title="按钮文字">
        <LabelField task={task} purpose={purpose} />
      </Group>
      {purpose === 'review' && (
        <Group title="退回">
          <ReturnField task={task} />
        </Group>
      )}
    </>
  );
}

export function PurposeField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  return (
    <Field
      elementId={task.id}
      property="purpose"
      label="用途"
      help={purposeOf(task) === 'draft' ? '办理人填写表单、上传佐证材料后报送。' : '办理人查看报送内容，同意或者退回。'}
    >
      <Radio.Group
        aria-label="用途"
        value={purposeOf(task)}
        onChange={(event) => setPurpose(editor, task, event.target.value as 'draft' | 'review')}
        options={[
          { value: 'draft', label: '填报' },
          { value: 'review', label: '审核' },
        ]}
      />
    </Field>
  );
}

function WorkdaysField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const days = objectOf(task).get('chengban:dueWorkdays');
  return (
    <Field
      elementId={task.id}
      property="dueWorkdays"
      label="工作日"
      controlId={id}
      help="从到达这个环节的第二天起算；不填就不限时。"
    >
      <InputNumber<number>
        id={id}
        controls={false}
        min={1}
        max={250}
        precision={0}
        suffix="个工作日"
        value={typeof days === 'number' && Number.isFinite(days) ? days : null}
        onChange={(value) => setWorkdays(editor, task, value)}
      />
    </Field>
  );
}

/** Whether the days go on counting where they stopped when the matter comes back; nothing to ask without a limit. */
function ClockField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  if (typeof objectOf(task).get('chengban:dueWorkdays') !== 'number') return null;
  return (
    <div className="field field-check" data-field="clock">
      <Checkbox
        checked={textOf(objectOf(task), 'chengban:clock') === 'continues'}
        onChange={({ target }) => setText(editor, task, 'chengban:clock', target.checked ? 'continues' : '')}
      >
        退回补正期间不计时
      </Checkbox>
      <p className="field-help">重新报送后接着算；不勾就从头算。</p>
    </div>
  );
}

function LabelField({ task, purpose }: { task: Element; purpose: 'draft' | 'review' }): ReactNode {
  const editor = useEditor();
  const [property, label, usual] =
    purpose === 'draft'
      ? (['submitLabel', '提交按钮', '报送'] as const)
      : (['approveLabel', '同意按钮', '同意'] as const);
  return (
    <TextField
      key={property}
      elementId={task.id}
      property={property}
      label={label}
      placeholder={`不填就是“${usual}”`}
      maxLength={10}
      value={textOf(objectOf(task), `chengban:${property}`)}
      onCommit={(text) => setText(editor, task, `chengban:${property}`, text)}
    />
  );
}

function ReturnField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const value = textOf(objectOf(task), 'chengban:returnTo');
  const steps = editor.elements((element) => is(element, 'bpmn:UserTask') && element !== task);
  const options = steps
    .map((step) => ({
      value: step.id,
      label: textOf(objectOf(step), 'name') || step.id,
      draft: purposeOf(step) === 'draft',
    }))
    .sort((a, b) => Number(b.draft) - Number(a.draft))
    .map(({ draft, ...option }) => ({ ...option, label: draft ? `${option.label}（填报）` : option.label }));
  const gone = value !== '' && !options.some((option) => option.value === value);
  return (
    <Field
      elementId={task.id}
      property="returnTo"
      label="退回到"
      controlId={id}
      help="不选时，按图上的线走；图上没有退回的线，就退给最近填报的人。"
    >
      <Choose
        id={id}
        value={value}
        options={[
          { value: '', label: '按图上的线' },
          ...options,
          ...(gone ? [{ value, label: `${value}（已不在图上）` }] : []),
        ]}
        onChange={(chosen: string) => setText(editor, task, 'chengban:returnTo', chosen)}
      />
    </Field>
  );
}

const purposeOf = (task: Element): 'draft' | 'review' =>
  objectOf(task).get('chengban:purpose') === 'draft' ? 'draft' : 'review';
