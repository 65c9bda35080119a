import type { CompiledNode } from '../compile/compiled-flow.js';
import { dueWithPauses } from '../calendar/stopped-clock.js';
import type { Instant } from '../shared/instant.js';
import type { Marking, Opened } from './marking.js';
import type { Play } from './play.js';
import type { Workflow } from './workflow.js';

// A term may go on where it stood when its task opens again (chengban:clock="continues"): what the submitter took to
// mend what was returned is not counted.

/** When a node's task was open before the moment of this step, oldest first. */
export function openedBefore(play: Play, nodeId: string): readonly (readonly [from: Instant, to: Instant])[] {
  return (play.terms[nodeId] ?? []).map(([from, to]) => [from, to ?? play.now]);
}

/** When a task that opens now is due; undefined when the drawing sets no term. */
export function dueOf(play: Play, nodeId: string, node: CompiledNode): Instant | undefined {
  const { dueWorkdays } = node;
  if (dueWorkdays === undefined || !Number.isInteger(dueWorkdays) || dueWorkdays < 1) return undefined;
  const before = node.clockContinues ? openedBefore(play, nodeId) : [];
  const start = before[0]?.[0] ?? play.now;
  const pauses = before.map(([, to], i) => ({ from: to, to: before[i + 1]?.[0] ?? play.now }));
  return dueWithPauses(start, dueWorkdays, pauses, play.workflow.calendar) ?? undefined;
}

/** The terms after a step that ends with these nodes active. */
export function termsAfter(play: Play, active: readonly string[]): Marking['terms'] {
  const { continuing } = play.workflow;
  if (continuing.length === 0) return undefined;
  const terms: Record<string, readonly Opened[]> = {};
  for (const id of continuing) {
    const before = play.terms[id] ?? [];
    const last = before.at(-1);
    const isOpen = last !== undefined && last[1] === null;
    const reopened = play.effects.some((effect) => effect.type === 'task.open' && effect.nodeId === id);
    const ended: readonly Opened[] =
      isOpen && (reopened || !active.includes(id)) ? [...before.slice(0, -1), [last[0], play.now]] : before;
    const after: readonly Opened[] = reopened && active.includes(id) ? [...ended, [play.now, null]] : ended;
    if (after.length > 0) terms[id] = after;
  }
  return Object.keys(terms).length > 0 ? terms : undefined;
}

/** Nodes whose term goes on, in the order of the drawing. */
export const continuingNodes = ({ nodes }: Workflow['compiled']): readonly string[] =>
  Object.keys(nodes).filter((id) => nodes[id]?.clockContinues);
