import type { CompiledNode } from '../compile/compiled-flow.js';
import type { JsonObject } from '../shared/json.js';
import { disarm, listenersOf } from './arm.js';
import { dropIncidents } from './cancel.js';
import { chooseMany } from './choose.js';
import { remember } from './compensate.js';
import { innerDone } from './loops.js';
import type { IncidentCode } from './marking.js';
import { compiledScopeAt, incident, isInner, nameOf, nodeAt, scopeAt, send } from './play.js';
import type { LiveScope, LiveToken, Play } from './play.js';
import { mapped, visibleAt, write } from './variables.js';

/** What happens at a token's node is over: results are kept, events stop waiting, and the token leaves. */
export function finish(play: Play, token: LiveToken, variables: JsonObject, inside: LiveScope | null = null): void {
  const inner = isInner(play, token);
  // a sub-process that ran several times is undone as often
  if (!inner || inside !== null) remember(play, token, inside);
  if (!inner) disarm(play, listenersOf(play, token));
  keepAndLeave(play, token, variables);
}

/** Tries again what could not be done after the work itself: to keep its results, or to choose the way out. */
export function finishAgain(play: Play, token: LiveToken, code: IncidentCode): void {
  token.over = undefined;
  if (code === 'expression-problem') keepAndLeave(play, token, {});
  else leave(play, token, nodeAt(play, token));
}

/** What was done is not asked for again: it stays with the token until its results can be kept. */
function keepAndLeave(play: Play, token: LiveToken, variables: JsonObject): void {
  const node = nodeAt(play, token);
  const inner = isInner(play, token);
  const problem = keepResults(play, token, node, variables) ?? (inner ? innerDone(play, token) : null);
  if (problem !== null) {
    token.over = true;
    // without a mapping it is written already
    if (node.outputs !== undefined) token.data = { ...token.data, ...variables };
    const message = `“${nameOf(play, token.at)}”办完了，要留下的${problem}。`;
    incident(play, token, 'expression-problem', message, '请补正算它用到的内容后重试。');
  } else if (!inner) {
    dropIncidents(play, token.id);
    if (compiledScopeAt(play, token.in).kind === 'adHoc') scopeAt(play, token.in).touched = true;
    leave(play, token, node);
  }
}

/**
 * What a caught event brought is written as it happens, and what a loop gives by each of its instances.
 * @returns why they cannot be worked out
 */
function keepResults(play: Play, token: LiveToken, node: CompiledNode, given: JsonObject): string | null {
  if (node.outputs === undefined) {
    write(play, token, token.in, given);
    return null;
  }
  const isWhole = node.loop !== undefined && !isInner(play, token);
  if (isWhole || node.kind === 'intermediateCatchEvent') return null;
  const results = mapped(node.outputs, { ...visibleAt(play, token), ...given });
  if (!results.ok) return results.error;
  write(play, null, token.in, results.value);
  return null;
}

/** The way out: where it depends on conditions, it is chosen before the token moves. */
function leave(play: Play, token: LiveToken, node: CompiledNode): void {
  token.idle = undefined;
  const takesAll = node.kind === 'parallelGateway' || !isConditional(play, node);
  if (!takesAll) {
    const choice = chooseMany(play.workflow.compiled, token.at, seenAt(play, token, node));
    if (choice.kind !== 'flows') {
      token.over = true;
      incident(play, token, ...noWay(play, token, choice.kind === 'problem' ? choice.message : null));
      return;
    }
    token.chosen = choice.flows;
  }
  token.over = undefined;
  play.effects.push({ type: 'done', nodeId: token.at });
  send(play, token, 'complete');
}

/** A complex gateway's conditions may ask which of its two states it is in (table 13.5). */
const seenAt = (play: Play, token: LiveToken, node: CompiledNode): JsonObject =>
  node.kind === 'complexGateway' ? { ...visibleAt(play, token), waitingForStart: true } : visibleAt(play, token);

const isConditional = (play: Play, node: CompiledNode): boolean =>
  node.outgoing.some((id) => play.workflow.compiled.flows[id]?.when !== undefined) || node.defaultFlow !== undefined;

/** Code, message and cure where a choice cannot be made. */
export function noWay(
  play: Play,
  token: LiveToken,
  problem: string | null,
): ['condition-problem' | 'no-branch-true', string, string] {
  const name = nameOf(play, token.at);
  return problem === null
    ? [
        'no-branch-true',
        `“${name}”没有一个条件成立，也没有默认连线，流程停在这里。`,
        '请补正条件用到的内容后重试，或在流程图里加一条默认连线。',
      ]
    : ['condition-problem', `“${name}”的条件算不出来：${problem}。`, '请补全或改正条件用到的内容后重试。'];
}
