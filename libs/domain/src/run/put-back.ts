import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { fail } from '../shared/result.js';
import { disarm, listenersOf, retract, scopeListeners } from './arm.js';
import { attempt } from './attempt.js';
import { dropIncidents, isStopped } from './cancel.js';
import { ROOT_PIECE, idsOf } from './footprint.js';
import type { Pieces, Standable } from './footprint.js';
import type { Marking, Token } from './marking.js';
import { ROOT, isInner, nodeAt, open, passed } from './play.js';
import type { LiveToken, Play } from './play.js';
import { notActive, outOfReach, whileUndoing } from './refusals.js';
import { settle } from './settle.js';
import { listensAgain, stand, standsIn } from './stand-again.js';
import type { StepResult } from './step.js';
import { write } from './variables.js';
import type { Workflow } from './workflow.js';

/** Pieces to stand again as they stood, and pieces to be gone. */
export interface Exchange {
  readonly pieces: Pieces;
  readonly gone: readonly number[];
  /** the token whose task was done by this act: its task is closed, not cancelled */
  readonly done: number | null;
  /** written where that token was; at the process where there is none */
  readonly variables: JsonObject;
  /** the node that a person asked for: it counts as passed again */
  readonly to: string;
}

/**
 * Puts pieces of an earlier standing in the place of what came of them: open work of what goes is cancelled, what stands
 * again is opened anew, its timers counted from now. Whoever asks sees to it that the pieces fit together (see
 * approval/standing/undoing.ts); refused while something is being compensated, and where anything would hang in the air.
 */
export const putBack = (workflow: Workflow, marking: Marking, exchange: Exchange, now: Instant): StepResult =>
  attempt(() => exchangeIt(workflow, marking, exchange, now));

function exchangeIt(workflow: Workflow, marking: Marking, exchange: Exchange, now: Instant): StepResult {
  const play = open(workflow, marking, now);
  const { pieces, gone, done, variables, to } = exchange;
  const name = workflow.compiled.nodes[to]?.name || to;
  if (play.compensations.size > 0) return fail(whileUndoing());
  const closing = done === null ? undefined : play.tokens.get(done);
  if (done !== null && closing === undefined) return fail(notActive(name));
  write(play, closing ?? null, closing?.in ?? ROOT, variables);
  if (closing) play.effects.push({ type: 'task.close', nodeId: closing.at, token: closing.id });
  const stays = new Set((pieces.tokens ?? []).filter((token) => isSameStay(play, token)).map((token) => token.id));
  leave(play, pieces, gone, stays, done);
  const listening = listensAgain(play, pieces);
  if (!standsIn(play, pieces, stays)) return fail(outOfReach(name));
  passed(play, to);
  stand(play, pieces, stays, listening);
  return settle(play, marking);
}

/** A marking as it would be with pieces exchanged, before anything moves. */
export function exchanged(marking: Standable, { pieces, gone }: Pick<Exchange, 'pieces' | 'gone'>): Standable {
  const away = new Set([...gone, ...idsOf(pieces)]);
  const kept = <T extends { readonly id: number }>(list: readonly T[] = [], put: readonly T[] = []): readonly T[] =>
    [...list.filter(({ id }) => !away.has(id)), ...put].sort((a, b) => a.id - b.id);
  const root = pieces.root ?? marking.root;
  return {
    tokens: kept(marking.tokens, pieces.tokens),
    scopes: kept(marking.scopes, pieces.scopes),
    ...(root !== undefined && { root }),
  };
}

/** The whole of a loop or sub-process that goes on meanwhile: only its count changes, its deadline runs on. */
function isSameStay(play: Play, token: Token): boolean {
  const live = play.tokens.get(token.id);
  if (live === undefined || live.at !== token.at || live.in !== (token.in ?? ROOT)) return false;
  if (Boolean(live.over) !== Boolean(token.over)) return false;
  return live.idle && token.idle ? live.via === token.via : !live.idle && !token.idle && holds(play, live);
}

const holds = (play: Play, token: LiveToken): boolean =>
  (nodeAt(play, token).loop !== undefined && !isInner(play, token)) || nodeAt(play, token).inside !== undefined;

function leave(
  play: Play,
  { tokens = [] }: Pieces,
  gone: readonly number[],
  stays: ReadonlySet<number>,
  done: number | null,
): void {
  for (const id of [...gone, ...tokens.map((token) => token.id)]) {
    const token = play.tokens.get(id);
    if (token === undefined || stays.has(id)) continue;
    closeWork(play, token, done);
    disarm(play, listenersOf(play, token));
    dropIncidents(play, id);
  }
  const going = gone.filter((id) => id !== ROOT_PIECE && play.scopes.has(id));
  for (const id of going) {
    disarm(play, scopeListeners(play, id));
    dropIncidents(play, id);
  }
  for (const id of going) play.scopes.delete(id);
  for (const id of gone) play.tokens.delete(id);
  for (const { id } of tokens) if (!stays.has(id)) play.tokens.delete(id);
}

function closeWork(play: Play, token: LiveToken, done: number | null): void {
  if (token.over || token.idle || holds(play, token) || token.id === done) return;
  if (isStopped(play, token)) return;
  const { kind } = nodeAt(play, token);
  const place = { nodeId: token.at, token: token.id };
  if (kind === 'userTask') retract(play, 'task.open', { type: 'task.cancel', ...place });
  if (kind === 'serviceTask') retract(play, 'job.start', { type: 'job.cancel', ...place });
}
