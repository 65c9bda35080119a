import { disarm, scopeListeners } from './arm.js';
import { dropIncidents } from './cancel.js';
import { armedOf, byName, completedOf, incidentOf, loopOf } from './canonical.js';
import type { Effect, Marking, ScopeInstance, Token } from './marking.js';
import { ROOT, isInner, nodeAt, scopeAt } from './play.js';
import type { LiveCompensation, LiveScope, LiveToken, Play } from './play.js';
import { waitsForTheWorld } from './at-rest.js';

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
  const tokens = [...play.tokens.values()].sort((a, b) => a.id - b.id);
  const scopes = [...play.scopes.values()].filter((scope) => scope.id !== ROOT).sort((a, b) => a.id - b.id);
  const root = over ? {} : factsOf(scopeAt(play, ROOT));
  const compensations = [...play.compensations.values()].sort((a, b) => a.id - b.id);
  const timers = [...play.timers].sort((a, b) => a.dueAt - b.dueAt || a.on - b.on || (a.node < b.node ? -1 : 1));
  const marking: Marking = {
    format: 2,
    behaviour: 1,
    definition: before.definition,
    status: over ? 'completed' : play.incidents.length > 0 ? 'incident' : 'running',
    active: activeNodes(play, tokens),
    tokens: tokens.map(tokenOf),
    visited: [...play.visited],
    variables: play.variables,
    outcome: end?.outcome ?? null,
    seq: play.seq,
    ...(before.process !== undefined && { process: before.process }),
    ...(scopes.length > 0 && { scopes: scopes.map(scopeOfLive) }),
    ...(Object.keys(root).length > 0 && { root }),
    ...(compensations.length > 0 && { compensations: compensations.map(compensationOf) }),
    ...(timers.length > 0 && { timers: timers.map(armedOf) }),
    ...(play.incidents.length > 0 && { incidents: play.incidents.map(incidentOf) }),
  };
  return { marking, effects: play.effects };
}

function activeNodes(play: Play, tokens: readonly LiveToken[]): readonly string[] {
  const stuck = new Set(play.incidents.map((each) => each.token));
  const active = tokens
    .filter((token) => stuck.has(token.id) || waitsForTheWorld(nodeAt(play, token), token, isInner(play, token)))
    .map((token) => token.at);
  const { order } = play.workflow;
  return [...new Set(active)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
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
  return {
    ...(got !== undefined && { got: byName(got) }),
    ...(held !== undefined && { held }),
    ...(interrupted && { interrupted }),
    ...(completed !== undefined && { completed: completed.map(completedOf) }),
    ...(next !== undefined && { next }),
    ...(fired !== undefined && { fired: byName(fired) }),
  };
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
