import type { Refusal } from '../shared/refusal.js';
import { arm, listenersOf } from './arm.js';
import { dropIncidents } from './cancel.js';
import { begin } from './enter.js';
import { leave } from './finish.js';
import { retryLoop } from './loops.js';
import type { StepEvent } from './marking.js';
import { isInner, nameOf, nodeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { notActive } from './refusals.js';
import { write } from './variables.js';

/** Tries again what could not be done; what still cannot is an incident anew. */
export function retry(play: Play, event: Extract<StepEvent, { readonly type: 'retry' }>): Refusal | null {
  const found = play.incidents.find(
    (each) => each.nodeId === event.nodeId && (event.token === undefined || each.token === event.token),
  );
  const token = found === undefined ? undefined : play.tokens.get(found.token);
  if (found === undefined || token === undefined) return notActive(nameOf(play, event.nodeId));
  write(play, token, token.in, event.variables);
  dropIncidents(play, token.id);
  again(play, token, found.code === 'bad-timer');
  return null;
}

function again(play: Play, token: LiveToken, badTimer: boolean): void {
  const node = nodeAt(play, token);
  if (badTimer) {
    const running = new Set(play.timers.filter((timer) => timer.on === token.id).map((timer) => timer.node));
    for (const listener of listenersOf(play, token)) if (!running.has(listener.node)) arm(play, listener);
  } else if (token.over) leave(play, token, node);
  else if (node.kind === 'exclusiveGateway') send(play, token, 'retry');
  else if (token.idle) play.changed = true;
  else if (node.loop !== undefined && !isInner(play, token)) retryLoop(play, token);
  else begin(play, token, node);
}
