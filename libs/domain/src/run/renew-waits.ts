import { nodeOf } from '../compile/compiled-flow.js';
import { allListeners, keyOf, startWaiting, stopWaiting, triggersOf } from './arm.js';
import type { Listener } from './arm.js';
import type { Marking } from './marking.js';
import { open } from './play.js';
import type { Play } from './play.js';

/**
 * §8.4.2: what a place asks of a message follows the variables. Where they changed its key in this step the world is told
 * anew, or it would bring messages by a key that the place no longer takes.
 */
export function renewWaits(play: Play, before: Marking): void {
  if (!play.workflow.correlated) return;
  const was = open(play.workflow, before, play.now);
  const began = new Set(
    play.effects.flatMap((each) => (each.type === 'wait.start' ? [`${each.token} ${each.nodeId}`] : [])),
  );
  for (const listener of allListeners(play)) {
    const earlier = earlierOf(was, listener);
    if (earlier === null || began.has(`${listener.on} ${listener.node}`)) continue;
    const triggers = triggersOf(nodeOf(play.workflow.compiled, listener.node));
    if (triggers.every((trigger) => keyOf(was, earlier, trigger) === keyOf(play, listener, trigger))) continue;
    stopWaiting(play, listener);
    startWaiting(play, listener);
  }
}

/** The same place before the step; null when it did not wait then. */
function earlierOf(was: Play, listener: Listener): Listener | null {
  if (listener.token === null) return was.scopes.has(listener.on) ? listener : null;
  const token = was.tokens.get(listener.on);
  return token === undefined || token.at !== listener.token.at ? null : { ...listener, token };
}
