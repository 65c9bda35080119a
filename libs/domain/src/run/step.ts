import type { Instant } from '../shared/instant.js';
import { nodeOf } from '../compile/compiled-flow.js';
import { fail } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import { attempt } from './attempt.js';
import { disarm, scopeListeners } from './arm.js';
import { clearScope, isStopped } from './cancel.js';
import { fits } from './check-marking.js';
import { finish } from './finish.js';
import { happen } from './happen.js';
import type { Effect, Marking, StepEvent } from './marking.js';
import { ROOT, incident, isInner, nameOf, nodeAt, open, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';
import { brokenMarking, completed, notATask, notActive, unknownNode, wrongDefinition } from './refusals.js';
import { retry } from './retry.js';
import { settle } from './settle.js';
import { throwErrorAt } from './throw.js';
import { write } from './variables.js';
import type { Workflow } from './workflow.js';

export type StepResult = Result<{ readonly marking: Marking; readonly effects: readonly Effect[] }, Refusal>;

/**
 * One event → where the instance stands next and what has to be done. Pure: the same arguments give the same answer, and
 * a refusal leaves everything as it was. `variables` replace those of the same name.
 */
export function step(workflow: Workflow, marking: Marking, event: StepEvent, now: Instant): StepResult {
  const { compiled, definitionHash } = workflow;
  if (marking.status === 'completed') return fail(completed());
  if (definitionHash !== null && marking.definition !== definitionHash) return fail(wrongDefinition());
  if (!fits(workflow, marking)) return fail(brokenMarking());
  if ('nodeId' in event && event.nodeId !== undefined && !Object.hasOwn(compiled.nodes, event.nodeId)) {
    return fail(unknownNode(event.nodeId));
  }
  return attempt(() => {
    const play = open(workflow, marking, now);
    const refused = begin(play, event);
    return refused === null ? settle(play, marking) : fail(refused);
  });
}

function begin(play: Play, event: StepEvent): Refusal | null {
  switch (event.type) {
    case 'complete':
      return completeTask(play, event);
    case 'job':
      return answerJob(play, event);
    case 'timer':
    case 'message':
    case 'signal':
      return happen(play, event);
    case 'retry':
      return retry(play, event);
    case 'change':
      write(play, null, ROOT, event.variables);
      return null;
    case 'terminate':
      disarm(play, scopeListeners(play, ROOT));
      clearScope(play, ROOT);
      scopeAt(play, ROOT).interrupted = true;
      play.reached = { nodeId: scopeAt(play, ROOT).scope, outcome: event.outcome };
      return null;
  }
}

/** The token that works at a node: not the whole of a loop, not one whose work is over. */
function workingAt(play: Play, nodeId: string, id: number | undefined): LiveToken | null {
  for (const token of play.tokens.values()) {
    if (token.at !== nodeId || token.idle || token.over || (id !== undefined && token.id !== id)) continue;
    if (nodeAt(play, token).loop === undefined || isInner(play, token)) return token;
  }
  return null;
}

function completeTask(play: Play, event: Extract<StepEvent, { readonly type: 'complete' }>): Refusal | null {
  const node = nodeOf(play.workflow.compiled, event.nodeId);
  const name = nameOf(play, event.nodeId);
  if (node.kind !== 'userTask') return notATask(name);
  const token = workingAt(play, event.nodeId, event.token);
  if (token === null) return notActive(name);
  play.effects.push({ type: 'task.close', nodeId: token.at, token: token.id });
  finish(play, token, event.variables);
  return null;
}

function answerJob(play: Play, event: Extract<StepEvent, { readonly type: 'job' }>): Refusal | null {
  const node = nodeOf(play.workflow.compiled, event.nodeId);
  const name = nameOf(play, event.nodeId);
  if (node.kind !== 'serviceTask') return notATask(name);
  const token = workingAt(play, event.nodeId, event.token);
  if (token === null || isStopped(play, token)) return notActive(name);
  const { result } = event;
  if (result.kind === 'done') finish(play, token, result.variables);
  else if (result.kind === 'error') {
    throwErrorAt(play, token, result.code);
    // it has answered: there is nothing to call off
    const at = play.effects.findIndex((each) => each.type === 'job.cancel' && each.token === token.id);
    if (at >= 0) play.effects.splice(at, 1);
  } else {
    const cure = '请处理好原因后重试；少了内容的，可以补正后重试。';
    incident(
      play,
      token,
      'job-failed',
      `“${name}”没有办成：${result.message.slice(0, 500).replace(/。$/, '')}。`,
      cure,
    );
  }
  return null;
}
