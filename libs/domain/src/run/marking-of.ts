import { disarm, scopeListeners } from './arm.js';
import { inTime } from './armed-timers.js';
import { dropIncidents } from './cancel.js';
import { armedOf, byName, completedOf, incidentOf, loopOf } from './canonical.js';
import { VERSION } from './empty-marking.js';
import type { Effect, Marking, ScopeInstance, Token } from './marking.js';
import { ROOT, isInner, nodeAt, scopeAt } from './play.js';
import type { LiveCompensation, LiveScope, LiveToken, Play } from './play.js';
import { waitsForTheWorld } from './at-rest.js';
import { termsAfter } from './terms.js';

/** The step's end as the next marking, in its one canonical form, with the effects. */
export function markingOf(
  play: Play,
  before: Marking,
): { readonly marking: Marking; readonly effects: readonly Effect[] } {
  const over = play.tokens.size === 0 && play.scopes.size === 1;
  if (over) {
    disarm(play, scopeListeners(play, ROOT));
    dropIncidents(play, ROOT);
  }
  const end = over ? (play.reached ?? { nodeId: scopeAt(play, ROOT).scope, outcome: 'accepted' }) : null;
  if (end) play.effects.push({ type: 'end', ...end });
  const tokens = byId(play.tokens);
  const active = activeNodes(play, tokens);
  const terms = over ? undefined : termsAfter(play, active);
  const root = over ? {} : factsOf(scopeAt(play, ROOT));
  const marking: { -readonly [Key in keyof Marking]: Marking[Key] } = {
    // written out: an object that begins with a spread is a slow one, and every step makes and reads this one
    format: VERSION.format,
    behaviour: VERSION.behaviour,
    definition: before.definition,
    status: over ? 'completed' : play.incidents.length > 0 ? 'incident' : 'running',
    active,
    tokens: tokens.map(tokenOf),
    visited: [...play.visited],
    variables: play.variables,
    outcome: end?.outcome ?? null,
    seq: play.seq,
  };
  if (before.process !== undefined) marking.process = before.process;
  if (play.scopes.size > 1) marking.scopes = byId(play.scopes).slice(1).map(scopeOfLive);
  if (Object.keys(root).length > 0) marking.root = root;
  if (play.compensations.size > 0) marking.compensations = byId(play.compensations).map(compensationOf);
  if (play.timers.length > 0) marking.timers = [...play.timers].sort(inTime).map(armedOf);
  if (play.incidents.length > 0) marking.incidents = play.incidents.map(incidentOf);
  if (terms !== undefined) marking.terms = terms;
  return { marking, effects: play.effects };
}

const byId = <T extends { readonly id: number }>(things: ReadonlyMap<number, T>): readonly T[] =>
  [...things.values()].sort((a, b) => a.id - b.id);

/** Each once, in the order of the drawing. */
function activeNodes(play: Play, tokens: readonly LiveToken[]): readonly string[] {
  const active = new Set<string>();
  for (const token of tokens) {
    if (
      waitsForTheWorld(nodeAt(play, token), token, token.of !== undefined && isInner(play, token)) ||
      play.incidents.some((each) => each.token === token.id)
    ) {
      active.add(token.at);
    }
  }
  const { order } = play.workflow;
  return [...active].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Members in a fixed order, those that say nothing left out: equal tokens have equal text. */
function tokenOf({ id, at, in: scope, via, idle, of, loop, over, data, got, held }: LiveToken): Token {
  const token: { -readonly [Key in keyof Token]: Token[Key] } = { id, at };
  if (scope !== ROOT) token.in = scope;
  if (idle && via !== undefined) token.via = via;
  if (idle) token.idle = idle;
  if (of !== undefined) token.of = of;
  if (loop !== undefined) token.loop = loopOf(loop);
  if (over) token.over = over;
  if (data !== undefined) token.data = data;
  if (got !== undefined) token.got = byName(got);
  if (held !== undefined) token.held = held;
  return token;
}

function factsOf({ got, held, interrupted, completed, next, fired }: LiveScope): NonNullable<Marking['root']> {
  const facts: { -readonly [Key in keyof NonNullable<Marking['root']>]: NonNullable<Marking['root']>[Key] } = {};
  if (got !== undefined) facts.got = byName(got);
  if (held !== undefined) facts.held = held;
  if (interrupted) facts.interrupted = interrupted;
  if (completed !== undefined) facts.completed = completed.map(completedOf);
  if (next !== undefined) facts.next = next;
  if (fired !== undefined) facts.fired = byName(fired);
  return facts;
}

function scopeOfLive(scope: LiveScope): ScopeInstance {
  const { id, host, in: around, data, of } = scope;
  return {
    id,
    scope: scope.scope,
    ...(host !== undefined && { host }),
    ...(around !== undefined && around !== ROOT && { in: around }),
    ...(data !== undefined && { data }),
    ...(of !== undefined && { of }),
    ...factsOf(scope),
  };
}

const compensationOf = ({ id, by, in: scope, left }: LiveCompensation) => ({
  id,
  by,
  ...(scope !== ROOT && { in: scope }),
  left: left.map(completedOf),
});
