import { subject } from '@casl/ability';
import type { AppAbility, Refusal } from '@chengban/domain';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import type { TaskAct } from './act-request.js';
import type { LockedMatter } from './lock-matter.js';
import type { LockedTaskRow } from './lock-task.js';

type Locked = Pick<LockedTaskRow, 'instance' | 'task'>;

const row = ({ instance, task }: Locked, definitionKey: string): Parameters<AppAbility['can']>[1] =>
  subject('Task', {
    tenant: instance.tenant,
    unitId: instance.unitId,
    candidateIds: [...task.candidateIds],
    definitionKey,
  }) as unknown as Parameters<AppAbility['can']>[1];

/** @param definitionKey of the flow that the task belongs to */
export const mayReadTask = (ability: AppAbility, locked: Locked, definitionKey: string): boolean =>
  ability.can('read', row(locked, definitionKey));

/**
 * Whoever sees the matter knows its tasks, and may have lost this one a moment ago: that is said. For everybody else
 * there is no such task.
 */
export function notYours({ ability, actor }: Pick<TaskAct, 'ability' | 'actor'>, { instance }: Locked): Problem {
  const { tenant, unitId, readerUnitIds } = instance;
  const matter = subject('Instance', { tenant, unitId, readerUnitIds: [...readerUnitIds] });
  const isKnown = actor.tenant === tenant && ability.can('read', matter as unknown as Parameters<AppAbility['can']>[1]);
  return isKnown ? Problem.from(notYoursNow(), 403) : notFound('这个待办');
}

const notYoursNow = (): Refusal => ({
  code: 'not-candidate',
  message: '这件待办现在不由您办理。',
  cure: '可能刚刚已经转给他人，或者您已经办完。请刷新待办列表。',
});

/** @param definitionKey of the flow that the task belongs to */
export const mayActOn = (ability: AppAbility, locked: Locked, definitionKey: string): boolean =>
  ability.can('act', row(locked, definitionKey));

type ActionOnMatter = Parameters<AppAbility['can']>[0];

/** @param definitionKey of the flow that the matter runs through */
export const mayOnMatter = (
  ability: AppAbility,
  action: ActionOnMatter,
  { instance, readerPersonIds, tasks }: LockedMatter,
  definitionKey: string,
): boolean =>
  ability.can(
    action,
    subject('Instance', {
      tenant: instance.tenant,
      unitId: instance.unitId,
      readerUnitIds: [...instance.readerUnitIds],
      readerPersonIds: [...readerPersonIds],
      tasks: tasks.map(({ candidateIds, purpose, status }) => ({ candidateIds, purpose, status, definitionKey })),
    }) as unknown as Parameters<AppAbility['can']>[1],
  );
