import type { ReactNode } from 'react';
import { Radio } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf } from '../modeler/moddle.js';
import { ActGroup } from './act-group.js';
import { AssignmentList } from './assignment-list.js';
import { setPurpose } from './changes.js';
import { CopyGroup } from './copy-group.js';
import { FieldAccessGroup } from './field-access-group.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { SeatGroup } from './seat-group.js';
import { TaskSentence } from './task-sentence.js';
import { TimeGroup } from './time-group.js';

/** Everything about a step that people do. */
export function TaskGroups({ task }: { task: Element }): ReactNode {
  const purpose = purposeOf(task);
  return (
    <>
      <Group title="办理人">
        <AssignmentList
          element={task}
          type="chengban:Assignment"
          property="assignment"
          label="由谁办理"
          word="办理人"
          addLabel="再加一条办理人"
          added={{ kind: 'role', unit: 'supervisor', role: 'supervisionReviewer' }}
          least={1}
        />
        <TaskSentence task={task} />
      </Group>
      {/* whoever claims a draft writes it; what another tool has drawn there can be taken back */}
      {(purpose === 'review' || objectOf(task).get('chengban:seats') !== undefined) && <SeatGroup task={task} />}
      <FieldAccessGroup task={task} purpose={purpose} />
      <ActGroup task={task} purpose={purpose} />
      <CopyGroup task={task} />
      <TimeGroup task={task} />
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

const purposeOf = (task: Element): 'draft' | 'review' =>
  objectOf(task).get('chengban:purpose') === 'draft' ? 'draft' : 'review';
