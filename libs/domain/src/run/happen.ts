import { nodeOf } from '../compile/compiled-flow.js';
import type { Refusal } from '../shared/refusal.js';
import { allListeners, badTimer, keyOf, listenersOf, scopeListeners, triggersOf } from './arm.js';
import type { Listener } from './arm.js';
import { fire } from './fire.js';
import type { ArmedTimer, StepEvent } from './marking.js';
import { nameOf } from './play.js';
import type { Play } from './play.js';
import { nobodyWaits, notATask, notActive } from './refusals.js';
import { deliverSignal, stillWaits } from './throw.js';
import { nextDue } from './timer-due.js';
import { visibleAt, visibleIn } from './variables.js';

type Outside = Extract<StepEvent, { readonly type: 'timer' | 'message' | 'signal' }>;

type Message = Extract<StepEvent, { readonly type: 'message' }>;

/** Something outside happened that may be waited for. */
export function happen(play: Play, event: Outside): Refusal | null {
  if (event.type === 'timer') return timer(play, event);
  if (event.type === 'signal') return deliverSignal(play, event.name, event.variables) ? null : nobodyWaits(event.name);
  return message(play, event);
}

function timer(play: Play, event: Extract<StepEvent, { readonly type: 'timer' }>): Refusal | null {
  const name = nameOf(play, event.nodeId);
  const node = nodeOf(play.workflow.compiled, event.nodeId);
  if (!(node.triggers ?? []).some((trigger) => trigger.kind === 'timer')) return notATask(name);
  const armed = play.timers
    .filter((each) => each.node === event.nodeId && (event.token === undefined || each.on === event.token))
    .sort((a, b) => a.dueAt - b.dueAt)[0];
  const listener = armed === undefined ? null : listenerOf(play, armed);
  if (armed === undefined || listener === null) return notActive(name);
  play.timers = play.timers.filter((each) => each !== armed);
  fire(play, listener, armed.trigger ?? 0);
  repeat(play, armed, listener);
  return null;
}

function listenerOf(play: Play, { node, on }: ArmedTimer): Listener | null {
  const token = play.tokens.get(on);
  const listeners =
    token === undefined ? (play.scopes.has(on) ? scopeListeners(play, on) : []) : listenersOf(play, token);
  return listeners.find((each) => each.node === node) ?? null;
}

/** A cycle goes on from the time that was due, not from now: after a pause the late ones come in order, none is lost. */
function repeat(play: Play, armed: ArmedTimer, listener: Listener): void {
  if (armed.left === undefined || armed.left === 0 || !stillWaits(play, listener)) return;
  const node = nodeOf(play.workflow.compiled, armed.node);
  if (!node.nonInterrupting) return;
  const trigger = (node.triggers ?? [])[armed.trigger ?? 0];
  if (trigger?.kind !== 'timer' || trigger.timer === null) return;
  const seen = listener.token === null ? visibleIn(play, listener.on) : visibleAt(play, listener.token);
  const next = nextDue(trigger.timer, armed, seen, play.workflow.calendar);
  if (!next.ok) {
    badTimer(play, listener, next.error);
    return;
  }
  play.timers.push({ ...armed, ...next.value });
  play.effects.push({ type: 'timer.start', nodeId: armed.node, token: armed.on, dueAt: next.value.dueAt });
}

/** To the first place that waits for this message, or the one that the event names. */
function message(play: Play, event: Message): Refusal | null {
  for (const listener of allListeners(play)) {
    if (event.nodeId !== undefined && listener.node !== event.nodeId) continue;
    if (event.token !== undefined && listener.on !== event.token) continue;
    for (const [at, trigger] of triggersOf(nodeOf(play.workflow.compiled, listener.node)).entries()) {
      if (trigger.kind !== 'message' || (trigger.name ?? '') !== event.name) continue;
      if (!isMeant(event, keyOf(play, listener, trigger))) continue;
      fire(play, listener, at, event.variables);
      return null;
    }
  }
  return nobodyWaits(event.name);
}

/** Who names the place and no key means that place; else the keys decide, and without its own a place takes nothing. */
function isMeant({ nodeId, key: given = null }: Message, key: string | null | undefined): boolean {
  if (given === null) return key !== undefined || nodeId !== undefined;
  return key === null || key === given;
}
