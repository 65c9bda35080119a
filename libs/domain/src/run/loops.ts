import type { MultiInstanceLoop, StandardLoop, Trigger } from '../bpmn/model.js';
import { nodeOf } from '../compile/compiled-flow.js';
import { eachKey } from '../compile/machine-json.js';
import { calculate, decide } from '../expressions/feel.js';
import type { Json, JsonObject } from '../shared/json.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import { listenersOf, triggersOf } from './arm.js';
import { cancelToken } from './cancel.js';
import { fire } from './fire.js';
import type { LoopState } from './marking.js';
import { complete, incident, isAlive, isInner, nameOf, newToken, nodeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { visibleAt, write } from './variables.js';

/** More instances than any collection of units or people: what is beyond is a mistake of the drawing. */
const MAX_INSTANCES = 1_000;

/** A token came to an activity that loops (§13.3.6, §13.3.7). */
export function enterLoop(play: Play, token: LiveToken): void {
  const { loop } = nodeAt(play, token);
  if (loop === undefined) return;
  if (loop.kind === 'standard') {
    token.loop = { started: 0, completed: 0 };
    if (loop.testBefore) again(play, token, loop);
    else startInner(play, token, null);
  } else startInstances(play, token, loop);
}

const loopOf = (token: LiveToken): LoopState => token.loop ?? { started: 0, completed: 0 };

/** The next iteration, or the end of the loop. */
function again(play: Play, token: LiveToken, loop: StandardLoop): void {
  const { started } = loopOf(token);
  if (loop.maximum !== null && started >= loop.maximum) {
    complete(play, token);
    return;
  }
  const verdict =
    loop.condition === null ? TRUE : decide(loop.condition.text, { ...visibleAt(play, token), loopCounter: started });
  if (verdict.kind === 'problem') {
    const message = `“${nameOf(play, token.at)}”的循环条件算不出来：${verdict.message}。`;
    incident(play, token, 'condition-problem', message, '请补全或改正循环条件用到的内容后重试。');
  } else if (verdict.kind === 'true') startInner(play, token, null);
  else complete(play, token);
}

const TRUE = { kind: 'true' } as const;

function startInstances(play: Play, token: LiveToken, loop: MultiInstanceLoop): void {
  const found = loop.collection !== null ? itemsOf(play, token, loop.collection) : totalOf(play, token, loop);
  if (typeof found === 'string') {
    const message = `“${nameOf(play, token.at)}”要分给几份算不出来：${found}。`;
    incident(play, token, 'bad-collection', message, '请补全名单或份数后重试。');
    return;
  }
  const [total, items] = typeof found === 'number' ? [found, undefined] : [found.length, found];
  token.loop = { total, started: 0, completed: 0, ...(items && { items }) };
  if (total === 0) finish(play, token, loop);
  else for (let at = 0; at < (loop.sequential ? 1 : total); at++) startNext(play, token, loop);
}

function itemsOf(play: Play, token: LiveToken, text: string): readonly Json[] | string {
  const result = calculate(text, visibleAt(play, token));
  if (result.kind === 'problem') return result.message;
  if (!Array.isArray(result.value)) return '名单不是一个列表';
  return result.value.length > MAX_INSTANCES ? `名单超过 ${MAX_INSTANCES} 项` : (result.value as readonly Json[]);
}

function totalOf(play: Play, token: LiveToken, { cardinality }: MultiInstanceLoop): number | string {
  if (cardinality === null) return '没有写份数，也没有写名单';
  const result = calculate(cardinality.text, visibleAt(play, token));
  if (result.kind === 'problem') return result.message;
  const { value } = result;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return '份数不是零或正整数';
  return value > MAX_INSTANCES ? `份数超过 ${MAX_INSTANCES}` : value;
}

function startNext(play: Play, token: LiveToken, loop: MultiInstanceLoop): void {
  const state = loopOf(token);
  const item = state.items?.[state.started];
  startInner(play, token, {
    loopCounter: state.started + 1,
    ...(item !== undefined && { [loop.item ?? 'item']: item }),
  });
}

function startInner(play: Play, token: LiveToken, data: JsonObject | null): void {
  const state = loopOf(token);
  token.loop = { ...state, started: state.started + 1 };
  const inner = newToken(play, token.in, {
    of: token.id,
    data: data ?? { loopCounter: state.started + 1 },
  });
  // it counts as one of the loop from its first moment on
  inner.at = token.at;
  inner.coming = true;
  send(play, inner, eachKey(token.at));
}

/**
 * One iteration or instance is over.
 * @returns why its result cannot be worked out: it is not over then
 */
export function innerDone(play: Play, inner: LiveToken): string | null {
  const token = inner.of === undefined ? undefined : play.tokens.get(inner.of);
  const loop = nodeAt(play, inner).loop;
  if (token === undefined || loop === undefined) return null;
  const result = loop.kind === 'multiInstance' ? resultOf(play, inner, loop) : ok(null);
  if (!result.ok) return result.error;
  play.tokens.delete(inner.id);
  const state = loopOf(token);
  token.loop = { ...state, completed: state.completed + 1 };
  if (loop.kind === 'standard') {
    again(play, token, loop);
    return null;
  }
  if (loop.output !== null) token.loop = { ...token.loop, results: placed(state, inner, result.value) };
  throwBehaviour(play, token, loop);
  if (isAlive(play, token) && !token.over) goOn(play, token, loop);
  return null;
}

function goOn(play: Play, token: LiveToken, loop: MultiInstanceLoop): void {
  const { total = 0, started, completed } = loopOf(token);
  if (loop.completionCondition !== null && completed < total) {
    const verdict = decide(loop.completionCondition.text, counted(play, token));
    if (verdict.kind === 'problem') {
      const message = `“${nameOf(play, token.at)}”的完成条件算不出来：${verdict.message}。`;
      incident(play, token, 'condition-problem', message, '请补全或改正完成条件用到的内容后重试。');
      return;
    }
    if (verdict.kind === 'true') {
      for (const other of play.tokens.values()) {
        if (other.of === token.id && isInner(play, other)) cancelToken(play, other);
      }
      finish(play, token, loop);
      return;
    }
  }
  if (completed >= total) finish(play, token, loop);
  else if (loop.sequential && started < total) startNext(play, token, loop);
}

/** Where the result of an instance stands among those of the others. */
function placed(state: LoopState, inner: LiveToken, result: Json): readonly Json[] {
  const results: Json[] = [...(state.results ?? [])];
  const at = Number(inner.data?.['loopCounter'] ?? results.length + 1) - 1;
  while (results.length <= at) results.push(null);
  results[at] = result;
  return results;
}

function resultOf(play: Play, inner: LiveToken, loop: MultiInstanceLoop): Result<Json, string> {
  if (loop.output === null) return ok(null);
  const found = calculate(loop.result ?? loop.item ?? 'item', visibleAt(play, inner));
  return found.kind === 'value' ? ok(found.value) : fail(`“${loop.output}”算不出来：${found.message}`);
}

/** The names that the standard gives to the counts (table 8.63). */
function counted(play: Play, token: LiveToken): JsonObject {
  const { total = 0, started, completed, terminated = 0, results } = loopOf(token);
  const { loop } = nodeAt(play, token);
  return {
    ...visibleAt(play, token),
    ...(loop?.kind === 'multiInstance' && loop.output !== null && { [loop.output]: results ?? [] }),
    numberOfInstances: total,
    numberOfActiveInstances: started - completed,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: terminated,
    loopCounter: completed,
  };
}

function finish(play: Play, token: LiveToken, loop: MultiInstanceLoop): void {
  const results = loopOf(token).results ?? [];
  if (loop.output !== null) write(play, null, token.in, { [loop.output]: results });
  complete(play, token);
}

/** Which events the instances throw at the activity's boundary as they complete (table 10.30). */
function throwBehaviour(play: Play, token: LiveToken, loop: MultiInstanceLoop): void {
  if (loop.behavior === 'none') throwAtBoundary(play, token, loop.event);
  if (loop.behavior === 'one' && loopOf(token).completed === 1) throwAtBoundary(play, token, loop.event);
  if (loop.behavior !== 'complex') return;
  for (const rule of loop.rules) {
    if (decide(rule.condition.text, counted(play, token)).kind === 'true') throwAtBoundary(play, token, rule.event);
  }
}

function throwAtBoundary(play: Play, token: LiveToken, event: Trigger | null): void {
  if (event === null) return;
  for (const listener of listenersOf(play, token)) {
    for (const [at, trigger] of triggersOf(nodeOf(play.workflow.compiled, listener.node)).entries()) {
      if (matches(trigger, event)) fire(play, listener, at);
    }
  }
}

function matches(waited: Trigger, thrown: Trigger): boolean {
  if (waited.kind !== thrown.kind) return false;
  if (waited.kind === 'signal' && thrown.kind === 'signal') return waited.name === thrown.name;
  if (waited.kind === 'message' && thrown.kind === 'message') return waited.name === thrown.name;
  if (waited.kind === 'escalation' && thrown.kind === 'escalation') {
    return waited.code === null || waited.code === thrown.code;
  }
  return false;
}

/** Tries again where a loop could not go on. */
export function retryLoop(play: Play, token: LiveToken): void {
  const { loop } = nodeAt(play, token);
  if (loop === undefined) return;
  if (token.loop === undefined) enterLoop(play, token);
  else if (loop.kind === 'standard') again(play, token, loop);
  else goOn(play, token, loop);
}
