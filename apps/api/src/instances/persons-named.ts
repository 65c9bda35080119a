import type { Act } from '@chengban/domain';
import { isPersonId } from './seats.js';

/** Persons whom an act names: their roles are read with the lock. */
export function personsNamedBy(act: Act): readonly string[] {
  const chosen = 'chosen' in act && act.chosen ? Object.values(act.chosen).flat() : [];
  const named =
    'toId' in act ? [act.toId, ...('fromId' in act ? [act.fromId] : [])] : 'personIds' in act ? act.personIds : [];
  return [...new Set([...chosen, ...named])].filter(isPersonId);
}
