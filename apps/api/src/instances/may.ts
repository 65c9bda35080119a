import { subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
import type { LockedTaskRow } from './lock-task.js';

const row = ({ instance, task }: Pick<LockedTaskRow, 'instance' | 'task'>): Parameters<AppAbility['can']>[1] =>
  subject('Task', {
    tenant: instance.tenant,
    unitId: instance.unitId,
    candidateIds: [...task.candidateIds],
  }) as unknown as Parameters<AppAbility['can']>[1];

export const mayReadTask = (ability: AppAbility, locked: Pick<LockedTaskRow, 'instance' | 'task'>): boolean =>
  ability.can('read', row(locked));

export const mayActOn = (ability: AppAbility, locked: Pick<LockedTaskRow, 'instance' | 'task'>): boolean =>
  ability.can('act', row(locked));
