import { arm, scopeListeners } from './arm.js';
import { armAll, begin, enter } from './enter.js';
import type { Pieces } from './footprint.js';
import type { Token } from './marking.js';
import { ROOT, isInner, nodeAt, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';

/**
 * Puts pieces into a play as they stood; nothing waits for the world yet.
 * @param stays tokens that go on meanwhile: only what they know changes
 * @returns whether everything has its surroundings
 */
export function standsIn(play: Play, { tokens = [], scopes = [], root }: Pieces, stays: ReadonlySet<number>): boolean {
  if (root !== undefined) {
    const { got, held, interrupted, completed, next, fired } = root;
    Object.assign(scopeAt(play, ROOT), { got, held, interrupted, completed, next, fired });
  }
  for (const scope of scopes) {
    const known = play.scopes.get(scope.id);
    // what was written inside meanwhile stays
    play.scopes.set(scope.id, known === undefined ? { ...scope } : { ...scope, data: known.data });
  }
  for (const token of tokens) {
    const known = play.tokens.get(token.id);
    if (known !== undefined && stays.has(token.id)) Object.assign(known, liveOf(token));
    else play.tokens.set(token.id, liveOf(token));
  }
  return !hangsInTheAir(play);
}

/** Everything that was put in waits again for what it waited for, and rests where it rested. */
export function stand(
  play: Play,
  { tokens = [], incidents = [] }: Pieces,
  stays: ReadonlySet<number>,
  listening: readonly number[],
): void {
  for (const incident of incidents) {
    if (stays.has(incident.token)) continue;
    play.incidents.push(incident);
    play.effects.push({ type: 'incident', ...incident });
  }
  const resting = new Set(incidents.map(({ token }) => token));
  for (const { id } of tokens) {
    const token = play.tokens.get(id);
    if (token === undefined || stays.has(id) || token.over) continue;
    if (token.idle) {
      // another may have come meanwhile, for whom it had waited
      enter(play, token);
      continue;
    }
    const { kind } = nodeAt(play, token);
    const works = (kind === 'userTask' || kind === 'serviceTask') && !isWhole(play, token);
    if (works && !resting.has(id)) begin(play, token, nodeAt(play, token));
    armAll(play, token);
  }
  for (const id of listening) for (const listener of scopeListeners(play, id)) arm(play, listener);
}

/** The scope instances whose event sub-processes will wait again: those that are not there, or that one has interrupted. */
export function listensAgain(play: Play, { scopes = [], root }: Pieces): readonly number[] {
  const again = scopes.filter(({ id, interrupted }) => {
    const known = play.scopes.get(id);
    return !interrupted && (known === undefined || known.interrupted === true);
  });
  const isRootFree = root !== undefined && !root.interrupted && scopeAt(play, ROOT).interrupted === true;
  return [...(isRootFree ? [ROOT] : []), ...again.map(({ id }) => id)];
}

const isWhole = (play: Play, token: LiveToken): boolean =>
  nodeAt(play, token).loop !== undefined && !isInner(play, token);

const liveOf = ({ id, at, in: scope, via, idle, of, loop, over, data, got, held }: Token): LiveToken => ({
  id,
  at,
  in: scope ?? ROOT,
  via,
  idle,
  of,
  loop,
  over,
  data,
  got,
  held,
  visit: 0,
  coming: false,
  chosen: undefined,
});

/** Something whose surroundings are not there. */
function hangsInTheAir({ tokens, scopes, compensations }: Play): boolean {
  for (const token of tokens.values()) {
    if (!scopes.has(token.in) || (token.of !== undefined && !tokens.has(token.of))) return true;
  }
  for (const { id, host, in: around, of } of scopes.values()) {
    if (id === ROOT) continue;
    if ((host !== undefined && !tokens.has(host)) || !scopes.has(around ?? ROOT)) return true;
    if (of !== undefined && !compensations.has(of)) return true;
  }
  return false;
}
