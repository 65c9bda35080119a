import { unitsOf, type Actor } from '@chengban/domain';
import type { Matter } from '../matters/matter.read-model.js';

/** Who reads what is said: everybody who sees the matter, or one unit only. */
export interface Audience {
  readonly scope: 'matter' | 'unit';
  /** the unit that reads it, or for which the author speaks; null for somebody without one */
  readonly unitId: string | null;
}

/** The units for which somebody may speak about a matter, the likeliest first: the one it belongs to, then those that take part. */
export function speakingUnits(actor: Actor, { unitId, readerUnitIds }: Matter): string[] {
  const rank = (id: string): number => (id === unitId ? 0 : readerUnitIds.includes(id) ? 1 : 2);
  return unitsOf(actor).sort((a, b) => rank(a) - rank(b));
}
