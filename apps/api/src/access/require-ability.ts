import type { Action, AppAbility, SubjectFields, SubjectName } from '@chengban/domain';
import { subject } from '@casl/ability';
import { notAllowed, notFound } from '../http/problems/common-problems.js';

/** @throws 403 with `reason` unless the actor may do `action` to at least some `name` */
export function requireAny(ability: AppAbility, action: Action, name: SubjectName, reason: string): void {
  if (!ability.can(action, name)) throw notAllowed(reason);
}

/**
 * Checks one row (again, when it was locked after being read through SQL).
 * @throws 404 when the reader may not even see it, 403 with `reason` when seeing is all they may do
 */
export function requireOn<Name extends SubjectName>(
  ability: AppAbility,
  action: Action,
  name: Name,
  fields: SubjectFields[Name],
  reason: string,
): void {
  const row = subject(name as string, { ...fields }) as unknown as Parameters<AppAbility['can']>[1];
  if (!ability.can('read', row)) throw notFound();
  if (!ability.can(action, row)) throw notAllowed(reason);
}
