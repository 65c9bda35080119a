import { nodeOf } from '../compile/compiled-flow.js';
import { decide } from '../expressions/feel.js';
import { allListeners, triggersOf } from './arm.js';
import { fire } from './fire.js';
import { scopeAt } from './play.js';
import type { Play } from './play.js';
import { stillWaits } from './throw.js';
import { visibleAt, visibleIn } from './variables.js';

/**
 * Conditional events (§10.5.5): one happens when its condition holds as it begins to wait, or comes to hold; it happens
 * again only after it has not held.
 * @returns whether one happened
 */
export function fireConditions(play: Play): boolean {
  let happened = false;
  for (const listener of allListeners(play)) {
    for (const [at, trigger] of triggersOf(nodeOf(play.workflow.compiled, listener.node)).entries()) {
      if (trigger.kind !== 'conditional' || trigger.condition === null || !stillWaits(play, listener)) continue;
      const seen = listener.token === null ? visibleIn(play, listener.on) : visibleAt(play, listener.token);
      const holds = decide(trigger.condition.text, seen).kind === 'true';
      const place = listener.token ?? scopeAt(play, listener.on);
      const name = `${listener.node}#${at}`;
      const held = place.held ?? [];
      if (holds === held.includes(name)) continue;
      const now = holds ? [...held, name].sort() : held.filter((each) => each !== name);
      place.held = now.length > 0 ? now : undefined;
      if (!holds) continue;
      fire(play, listener, at);
      happened = true;
    }
  }
  return happened;
}
