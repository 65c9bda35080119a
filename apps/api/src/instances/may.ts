import { subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
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
