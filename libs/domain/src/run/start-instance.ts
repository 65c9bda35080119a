import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { nodeEvent, stateKey } from '../compile/machine-json.js';
import { fail } from '../shared/result.js';
import { arm, scopeListeners } from './arm.js';
import { attempt, giveUp } from './attempt.js';
import { emptyMarking } from './empty-marking.js';
import { defineData, put, startLoose, startTokens } from './open-scope.js';
import { ROOT, complete, newToken, open, passed, scopeAt, send } from './play.js';
import type { Play } from './play.js';
import { cannotKeep, unknownNode, wrongDefinition } from './refusals.js';
import { settle } from './settle.js';
import type { StepResult } from './step.js';
import { mapped } from './variables.js';
import type { Workflow } from './workflow.js';

/** Where an instance begins: another process of the file, and the event that started it. */
export interface StartAt {
  readonly process?: string;
  /** a start event, an instantiating receive task, or an event behind an instantiating event-based gateway */
  readonly nodeId?: string;
  /** what the event brings, apart from the instance's own variables; absent: all of them come with it */
  readonly brought?: JsonObject;
}

/** A new instance, run until it first has to wait. Without `at` it begins at the plain start of the flow's own process. */
export function startInstance(
  workflow: Workflow,
  variables: JsonObject,
  now: Instant,
  definitionHash: string,
  at: StartAt = {},
): StepResult {
  const { compiled } = workflow;
  if (workflow.definitionHash !== null && workflow.definitionHash !== definitionHash) return fail(wrongDefinition());
  const process = at.process ?? compiled.processId;
  if (!Object.hasOwn(compiled.scopes, process)) return fail(unknownNode(process));
  if (at.nodeId !== undefined && !Object.hasOwn(compiled.nodes, at.nodeId)) return fail(unknownNode(at.nodeId));
  const empty = emptyMarking(definitionHash, variables);
  const marking = process === compiled.processId ? empty : { ...empty, process };
  return attempt(() => {
    const play = open(workflow, marking, now);
    const brought = at.brought ?? variables;
    if (at.nodeId !== undefined) play.variables = taken(nodeOf(compiled, at.nodeId), brought, at.brought && variables);
    defineData(play, ROOT);
    for (const listener of scopeListeners(play, ROOT)) arm(play, listener);
    if (at.nodeId === undefined) startTokens(play, scopeAt(play, ROOT));
    else {
      startFrom(play, at.nodeId, brought);
      startLoose(play, scopeAt(play, ROOT));
    }
    return settle(play, marking);
  });
}

/** What the event brings, under the names that the drawing gives it; what the instance has of its own stays as it is. */
function taken({ outputs, name }: CompiledNode, brought: JsonObject, own: JsonObject = {}): JsonObject {
  if (outputs === undefined) return { ...brought, ...own };
  const results = mapped(outputs, brought);
  return results.ok ? { ...results.value, ...own } : giveUp(cannotKeep(name, results.error));
}

/** §13.2: what started the instance has happened, so its node is passed, not waited at. */
function startFrom(play: Play, nodeId: string, brought: JsonObject): void {
  const { compiled } = play.workflow;
  const node = nodeOf(compiled, nodeId);
  const gateway = (node.incoming ?? [])
    .map((flow) => flowOf(compiled, flow).source)
    .find((id) => nodeOf(compiled, id).instantiate && nodeOf(compiled, id).kind === 'eventBasedGateway');
  if (gateway !== undefined) {
    startBehind(play, gateway, nodeId);
  } else if (node.kind === 'receiveTask' || node.kind === 'intermediateCatchEvent') {
    passed(play, nodeId);
    complete(play, newToken(play, ROOT, { at: nodeId }), node.kind === 'receiveTask' ? brought : {});
  } else put(play, ROOT, nodeId);
}

/** §13.4.4: a parallel gateway that starts an instance waits for all its events in it, the first having happened. */
function startBehind(play: Play, gateway: string, nodeId: string): void {
  passed(play, gateway);
  send(play, newToken(play, ROOT, { at: gateway }), nodeEvent(nodeId));
  const node = nodeOf(play.workflow.compiled, gateway);
  if (node.gatewayType !== 'parallel') return;
  for (const flow of node.outgoing) {
    const { target } = flowOf(play.workflow.compiled, flow);
    if (target !== nodeId) send(play, newToken(play, ROOT), stateKey(target));
  }
}
