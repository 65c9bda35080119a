import { subject } from '@casl/ability';
import { abilityFor, type Actor, type AppAbility } from '@chengban/domain';
import { instanceFields, type Matter } from '../matters/matter.read-model.js';
import type { Audience } from './audience.js';

export const ONLY_THOSE_ON_IT = '您可以查看这件事，但不参与办理，不能发言';

const on = (ability: AppAbility, action: 'read' | 'comment', matter: Matter): boolean =>
  ability.can(action, subject('Instance', instanceFields(matter)) as never);

export const mayComment = (ability: AppAbility, matter: Matter): boolean => on(ability, 'comment', matter);

/** Whether what is said to an audience reaches somebody: the matter and the words must both be theirs to read. */
export function mayReadWords(person: Actor, matter: Matter, audience: Audience): boolean {
  const ability = abilityFor(person);
  const { scope, unitId } = audience;
  const words = subject('Comment', { tenant: matter.tenant, scope, unitId: unitId ?? '', authorId: '' });
  return on(ability, 'read', matter) && ability.can('read', words as never);
}
