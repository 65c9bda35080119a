import type { Instant } from '../shared/instant.js';
import { stateKey } from '../compile/machine-json.js';
import { fail } from '../shared/result.js';
import { cancelToken } from './cancel.js';
import type { Marking } from './marking.js';
import { ROOT, newToken, open, scopeAt, send } from './play.js';
import { openScope } from './open-scope.js';
import { notActive } from './refusals.js';
import { settle } from './settle.js';
import type { StepResult } from './step.js';
import type { Workflow } from './workflow.js';

/**
 * Moves the only token from one user task to another, against the drawing: a return the flow does not draw. What it
 * leaves is cancelled, scopes that it comes into are opened.
 */
export function moveToken(workflow: Workflow, marking: Marking, from: string, to: string, now: Instant): StepResult {
  const { compiled } = workflow;
  const [only] = marking.active;
  if (marking.active.length !== 1 || only !== from) return fail(notActive(compiled.nodes[from]?.name || from));
  const play = open(workflow, marking, now);
  const token = [...play.tokens.values()].find((each) => each.at === from && !each.idle);
  if (token === undefined) return fail(notActive(compiled.nodes[from]?.name || from));
  play.effects.push({ type: 'task.close', nodeId: from, token: token.id });
  const wanted = scopesAround(workflow, to, scopeAt(play, ROOT).scope);
  // outwards until the scope lies around the target too
  let at = token;
  while (!wanted.includes(scopeAt(play, at.in).scope)) {
    const host = play.tokens.get(scopeAt(play, at.in).host ?? -1);
    if (host === undefined) return fail(notActive(compiled.nodes[from]?.name || from));
    at = host;
  }
  const scope = at.in;
  cancelToken(play, at);
  play.effects.splice(
    0,
    play.effects.length,
    ...play.effects.filter((each) => !(each.type === 'task.cancel' && each.token === token.id)),
  );
  let inside = scope;
  for (const next of wanted.slice(wanted.indexOf(scopeAt(play, scope).scope) + 1)) {
    const host = Object.keys(compiled.nodes).find((id) => compiled.nodes[id]?.inside === next) ?? '';
    const token = newToken(play, inside, { at: host });
    inside = openScope(play, next, { host: token.id, ...(inside === ROOT ? {} : { in: inside }) }).id;
  }
  send(play, newToken(play, inside), stateKey(to));
  return settle(play, marking);
}

/** The scopes around a node from the process inwards. */
function scopesAround({ compiled }: Workflow, nodeId: string, process: string): readonly string[] {
  const scopes: string[] = [];
  for (let at = compiled.nodes[nodeId]?.scope; at !== undefined; at = compiled.scopes[at]?.parent) scopes.unshift(at);
  return scopes[0] === process ? scopes : [process];
}
