import { nodeOf, scopeOf } from '../compile/compiled-flow.js';
import type { Completed } from './marking.js';
import { openScope, put } from './open-scope.js';
import { ROOT, compiledScopeAt, isInner, nodeAt, scopeAt } from './play.js';
import type { LiveCompensation, LiveScope, LiveToken, Play } from './play.js';

/** Remembers a completed activity if there is a way to undo it (§13.5.5). */
export function remember(play: Play, token: LiveToken, inside: LiveScope | null): void {
  const node = nodeAt(play, token);
  const handled = (node.boundaries ?? []).some((id) => nodeOf(play.workflow.compiled, id).handler !== undefined);
  const undone = inside !== null && (inside.completed !== undefined || handlesItself(play, inside.scope));
  // an activity that ran several times is undone by its own handler once, from the inside as often as it ran
  if (isInner(play, token) ? handled || !undone : !handled && !undone) return;
  const record: Completed = {
    node: token.at,
    ...(inside !== null && undone && { inside: inside.completed ?? [] }),
    ...(inside?.data !== undefined && { data: inside.data }),
  };
  const scope = scopeAt(play, token.in);
  scope.completed = [...(scope.completed ?? []), record];
}

/** The event sub-process that undoes a sub-process as a whole. */
function compensationScope(play: Play, scopeId: string): { readonly scope: string; readonly start: string } | null {
  const { compiled } = play.workflow;
  for (const inside of scopeOf(compiled, scopeId).eventScopes ?? []) {
    const start = (scopeOf(compiled, inside).triggered ?? []).find((id) =>
      (nodeOf(compiled, id).triggers ?? []).some((trigger) => trigger.kind === 'compensation'),
    );
    if (start !== undefined) return { scope: inside, start };
  }
  return null;
}

const handlesItself = (play: Play, scopeId: string): boolean => compensationScope(play, scopeId) !== null;

/**
 * Starts to undo what completed in the scope of a throwing token, newest first; in an event sub-process that is the
 * scope around it. One activity, where the event names it.
 * @returns false when there is nothing to undo
 */
export function beginCompensation(play: Play, token: LiveToken, activity: string | null, wait = true): boolean {
  let id = token.in;
  if (compiledScopeAt(play, id).kind === 'event') id = scopeAt(play, id).in ?? ROOT;
  return begin(play, id, wait ? token.id : NOBODY, activity);
}

/** `by` of a compensation that nobody waits for. */
const NOBODY = -1;

function begin(play: Play, id: number, by: number, activity: string | null): boolean {
  const scope = scopeAt(play, id);
  const chosen = (scope.completed ?? []).filter((each) => activity === null || each.node === activity);
  if (chosen.length === 0) return false;
  const kept = (scope.completed ?? []).filter((each) => !chosen.includes(each));
  scope.completed = kept.length > 0 ? kept : undefined;
  play.seq += 1;
  const compensation: LiveCompensation = { id: play.seq, by, in: id, left: chosen };
  play.compensations.set(compensation.id, compensation);
  play.queue.push({ do: 'compensate', compensation: compensation.id });
  return true;
}

/**
 * The next activity to undo.
 * @returns the compensation when nothing is left of it
 */
export function compensateNext(play: Play, id: number): LiveCompensation | null {
  const compensation = play.compensations.get(id);
  if (compensation === undefined) return null;
  const record = compensation.left.at(-1);
  if (record === undefined) {
    play.compensations.delete(id);
    return compensation;
  }
  compensation.left = compensation.left.slice(0, -1);
  undo(play, compensation, record);
  return null;
}

function undo(play: Play, compensation: LiveCompensation, record: Completed): void {
  const { compiled } = play.workflow;
  const node = nodeOf(compiled, record.node);
  for (const boundary of node.boundaries ?? []) {
    const { handler } = nodeOf(compiled, boundary);
    if (handler === undefined) continue;
    play.effects.push({ type: 'pass', elementId: boundary });
    put(play, compensation.in, handler, compensation.id);
    return;
  }
  if (record.inside === undefined || node.inside === undefined) {
    play.queue.push({ do: 'compensate', compensation: compensation.id });
    return;
  }
  // the sub-process is looked into again, as it was when it completed
  const again = openAgain(play, compensation, node.inside, record);
  const own = compensationScope(play, node.inside);
  if (own !== null) put(play, openScope(play, own.scope, { in: again.id }).id, own.start);
  else begin(play, again.id, again.id, null);
}

function openAgain(play: Play, compensation: LiveCompensation, scopeId: string, record: Completed): LiveScope {
  play.seq += 1;
  const completed = record.inside !== undefined && record.inside.length > 0 ? record.inside : undefined;
  const scope: LiveScope = {
    id: play.seq,
    scope: scopeId,
    in: compensation.in,
    of: compensation.id,
    interrupted: true,
    ...(record.data !== undefined && { data: record.data }),
    ...(completed !== undefined && { completed }),
  };
  play.scopes.set(scope.id, scope);
  return scope;
}
