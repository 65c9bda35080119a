import { useId, type ReactNode } from 'react';

import type { Element } from 'bpmn-js/lib/model/Types';
import { roles, type Role } from '@chengban/web';
import { useEditor } from '../design/editor-context.js';
import { readAssignment, type Assignment } from '../modeler/assignment.js';
import { objectOf } from '../modeler/moddle.js';
import { setAssignment } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { usePeople, useUnits } from './use-people.js';

type Who = 'responsible' | 'supervisor' | 'named' | 'person' | 'starter';

const unitRoles: readonly Role[] = ['handler', 'reviewer', 'deputyLeader', 'head'];
const supervisionRoles: readonly Role[] = ['supervisionHandler', 'supervisionReviewer', 'supervisionLeader'];

const choices: { value: Who; label: string }[] = [
  { value: 'responsible', label: '承办单位（谁的事项谁办）' },
  { value: 'supervisor', label: '主管单位（负责督办的单位）' },
  { value: 'named', label: '指定的单位' },
  { value: 'person', label: '指定的人' },
  { value: 'starter', label: '发起这次报送的人' },
];

/** Who handles a step: which unit (or person), and which role in it. */
export function AssignmentFields({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const assignment = readAssignment(objectOf(task));
  const who = whoOf(assignment);
  const save = (next: Assignment): void => setAssignment(editor, task, next);
  return (
    <>
      <Field elementId={task.id} property="assignment" label="由谁办理" controlId={id}>
        <Choose<Who>
          id={id}
          placeholder="请选择"
          value={who}
          options={choices}
          onChange={(next) => save(assignmentFor(next, assignment))}
        />
      </Field>
      {assignment?.kind === 'role' && who === 'named' && <UnitField task={task} assignment={assignment} save={save} />}
      {assignment?.kind === 'role' && <RoleField task={task} assignment={assignment} save={save} />}
      {assignment?.kind === 'person' && <PersonField task={task} person={assignment.person} save={save} />}
    </>
  );
}

type RoleAssignment = Extract<Assignment, { kind: 'role' }>;
interface Part {
  task: Element;
  save: (next: Assignment) => void;
}

function UnitField({ task, assignment, save }: Part & { assignment: RoleAssignment }): ReactNode {
  const id = useId();
  const { units, isPending } = useUnits();
  return (
    <Field elementId={task.id} property="assignment.unit" label="单位" controlId={id}>
      <Choose
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder="请选择单位，可以输入名称查找"
        value={assignment.unit || undefined}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(unit: string) => save({ ...assignment, unit })}
      />
    </Field>
  );
}

function RoleField({ task, assignment, save }: Part & { assignment: RoleAssignment }): ReactNode {
  const id = useId();
  return (
    <Field
      elementId={task.id}
      property="assignment.role"
      label="岗位"
      controlId={id}
      help="这个单位里担任该岗位的人都能看到待办，谁先签收谁办理。"
    >
      <Choose<Role>
        id={id}
        placeholder="请选择岗位"
        value={assignment.role || undefined}
        options={rolesIn(assignment.unit).map((role) => ({ value: role, label: roles[role] }))}
        onChange={(role) => save({ ...assignment, role })}
      />
    </Field>
  );
}

function PersonField({ task, person, save }: Part & { person: string }): ReactNode {
  const id = useId();
  const { people, isPending } = usePeople(true);
  const options = people.map((one) => ({
    value: one.id,
    label: `${one.name}（${one.memberships.map((membership) => membership.unitName).join('、') || one.account}）`,
  }));
  return (
    <Field
      elementId={task.id}
      property="assignment.person"
      label="人员"
      controlId={id}
      help="人员调动后流程会没有人办，能用岗位时请用岗位。"
    >
      <Choose
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder="请选择人员，可以输入姓名查找"
        value={person || undefined}
        options={options}
        onChange={(next: string) => save({ kind: 'person', person: next })}
      />
    </Field>
  );
}

function whoOf(assignment: Assignment | null): Who | undefined {
  if (!assignment) return undefined;
  if (assignment.kind !== 'role') return assignment.kind;
  return assignment.unit === 'responsible' || assignment.unit === 'supervisor' ? assignment.unit : 'named';
}

const rolesIn = (unit: string): readonly Role[] =>
  unit === 'responsible' ? unitRoles : unit === 'supervisor' ? supervisionRoles : [...unitRoles, ...supervisionRoles];

/** The role is kept when the new unit has it, so that a change of mind costs nothing. */
function assignmentFor(who: Who, before: Assignment | null): Assignment {
  if (who === 'starter') return { kind: 'starter' };
  if (who === 'person') return { kind: 'person', person: '' };
  const unit = who === 'named' ? '' : who;
  const kept =
    before?.kind === 'role' && before.role !== '' && rolesIn(unit).includes(before.role) ? before.role : null;
  return { kind: 'role', unit, role: kept ?? (unit === 'supervisor' ? 'supervisionReviewer' : 'reviewer') };
}
