import { decisionsFor } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { decideTable } from '../decisions/decide-table.js';
import { calculate } from '../expressions/feel.js';
import type { Json, JsonObject } from '../shared/json.js';
import { arm, listenersOf } from './arm.js';
import { arrive, gather } from './joins.js';
import { enterLoop } from './loops.js';
import { openScope, startTokens } from './open-scope.js';
import { ROOT, complete, incident, isAlive, isInner, nameOf, nodeAt, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';
import { dueOf } from './terms.js';
import { correlationsIn, hasKeys, sendMessage, throwAll } from './throw.js';
import { mapped, visibleAt } from './variables.js';

/** A token came to a node where something has to happen (§13.3, §13.5). */
export function enter(play: Play, token: LiveToken): void {
  token.coming = false;
  const node = nodeAt(play, token);
  const inner = isInner(play, token);
  if (!inner && (node.startQuantity ?? 1) > 1 && !gather(play, token, node.startQuantity ?? 1)) return;
  if (!inner && node.loop !== undefined) {
    armAll(play, token);
    enterLoop(play, token);
    return;
  }
  if (readInputs(play, token, node)) begin(play, token, node);
  // a gateway that waits, or a throwing event, listens to nothing
  if (isAlive(play, token)) armAll(play, token);
}

/** Everything that can happen while the token is where it is. */
export function armAll(play: Play, token: LiveToken): void {
  for (const listener of listenersOf(play, token)) arm(play, listener);
}

/**
 * Data associations: what the activity is given, worked out as it begins.
 * @returns false when it cannot be: the token rests
 */
export function readInputs(play: Play, token: LiveToken, node: CompiledNode): boolean {
  if (node.inputs === undefined) return true;
  const given = mapped(node.inputs, visibleAt(play, token));
  if (given.ok) token.data = { ...token.data, ...given.value };
  else {
    const message = `要交给“${nameOf(play, token.at)}”的${given.error}。`;
    incident(play, token, 'expression-problem', message, '请补正算它用到的内容后重试。');
  }
  return given.ok;
}

/** What the node does; tried again as a whole where it could not. */
export function begin(play: Play, token: LiveToken, node: CompiledNode): void {
  switch (node.kind) {
    case 'userTask':
      openTask(play, token, node);
      return;
    case 'serviceTask':
      startJob(play, token, node);
      return;
    case 'sendTask':
      if (!hasKeys(play, token, [node.correlation ?? null])) return;
      sendMessage(play, token, node.message ?? '', node.correlation ?? null);
      complete(play, token);
      return;
    case 'scriptTask':
      runScript(play, token, node);
      return;
    case 'businessRuleTask':
      runDecision(play, token, node);
      return;
    case 'callActivity':
      call(play, token, node);
      return;
    case 'subProcess':
      startTokens(play, openScope(play, node.inside ?? '', { host: token.id, ...around(token) }));
      return;
    case 'intermediateThrowEvent':
      if (!hasKeys(play, token, correlationsIn(node.triggers ?? []))) return;
      if (throwAll(play, token, node.triggers ?? [])) complete(play, token);
      return;
    case 'endEvent':
      reachEnd(play, token, node);
      return;
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
      arrive(play, token);
      return;
    case 'task':
    case 'manualTask':
      complete(play, token);
      return;
    default:
      return;
  }
}

function openTask(play: Play, token: LiveToken, node: CompiledNode): void {
  const dueAt = dueOf(play, token.at, node);
  play.effects.push({
    type: 'task.open',
    nodeId: token.at,
    token: token.id,
    ...(dueAt !== undefined && { dueAt }),
  });
}

const around = (token: LiveToken): { readonly in?: number } => (token.in === ROOT ? {} : { in: token.in });

function reachEnd(play: Play, token: LiveToken, node: CompiledNode): void {
  const triggers = node.triggers ?? [];
  if (!hasKeys(play, token, correlationsIn(triggers))) return;
  if (isOfProcess(play, token.in)) {
    const failed = triggers.some((trigger) => trigger.kind === 'error');
    play.reached = { nodeId: token.at, outcome: failed ? 'failed' : (node.outcome ?? 'accepted') };
  }
  if (triggers.length === 0) {
    play.effects.push({ type: 'done', nodeId: token.at });
    play.tokens.delete(token.id);
    return;
  }
  if (throwAll(play, token, triggers) && isAlive(play, token)) complete(play, token);
}

/** The ends of the process, and of the event sub-processes that take its place. */
function isOfProcess(play: Play, scope: number): boolean {
  if (scope === ROOT) return true;
  const { host, in: around, of } = scopeAt(play, scope);
  return host === undefined && of === undefined && (around ?? ROOT) === ROOT;
}

function startJob(play: Play, token: LiveToken, node: CompiledNode): void {
  if (node.serviceHandler === undefined) {
    const message = `服务任务“${nameOf(play, token.at)}”没有写由哪个程序办理。`;
    incident(
      play,
      token,
      'no-handler',
      message,
      '请流程管理员在流程图里选定处理程序，发布新版本；这一件仍按原来的流程图办理，请联系系统维护人员。',
    );
    return;
  }
  const input = node.inputs === undefined ? visibleAt(play, token) : (token.data ?? {});
  play.effects.push({
    type: 'job.start',
    nodeId: token.at,
    token: token.id,
    handler: node.serviceHandler,
    input,
  });
}

function runScript(play: Play, token: LiveToken, node: CompiledNode): void {
  const result = calculate(node.script ?? 'null', visibleAt(play, token));
  if (result.kind === 'problem') {
    const message = `脚本任务“${nameOf(play, token.at)}”算不出来：${result.message}。`;
    incident(
      play,
      token,
      'expression-problem',
      message,
      '请补全脚本用到的内容后重试；脚本写错的，请改正后发布新版本。',
    );
  } else complete(play, token, named(node.result, result.value));
}

function runDecision(play: Play, token: LiveToken, node: CompiledNode): void {
  const decisions = decisionsFor(play.workflow.compiled, token.at);
  const result = decideTable(decisions, node.decision ?? '', visibleAt(play, token));
  if (result.kind === 'problem') {
    const message = `业务规则“${nameOf(play, token.at)}”得不出结果：${result.message}。`;
    incident(
      play,
      token,
      'expression-problem',
      message,
      '请补全规则用到的内容后重试；规则写错的，请改正后发布新版本。',
    );
  } else complete(play, token, named(node.result, result.value));
}

/** Into the variable that the drawing names; without a name the members of a context are the variables. */
function named(name: string | undefined, value: Json): JsonObject {
  if (name !== undefined) return { [name]: value };
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** A called process has what the drawing maps as variables of its own; without a mapping it works on the caller's. */
function call(play: Play, token: LiveToken, node: CompiledNode): void {
  if (node.inside === undefined || play.workflow.compiled.scopes[node.inside] === undefined) {
    const message = `“${nameOf(play, token.at)}”调用的流程“${node.called ?? ''}”不存在。`;
    incident(play, token, 'no-called-flow', message, '请先发布被调用的流程，再发布这个流程的新版本。');
    return;
  }
  const own = node.inputs === undefined ? {} : { data: token.data ?? {} };
  startTokens(play, openScope(play, node.inside, { host: token.id, ...around(token), ...own }));
}
