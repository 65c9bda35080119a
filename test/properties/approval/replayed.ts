// Undoing is to be what would stand had the undone steps never been taken: the steps that count, played from the start.
import { startInstance, step } from '@chengban/domain';
import type { JsonObject, Standing, StepEvent, Workflow } from '@chengban/domain';
import { standingOf } from '../engine/engine-standing.js';

type Marking = Standing['marking'];

/** What drove a step of the trail, and what the choices were then; null: nothing did, it followed from what was put back. */
export type Driven = { readonly event: StepEvent; readonly choice: JsonObject } | null;

const withoutTimers = (marking: Marking): string => {
  const { timers: _, ...rest } = marking;
  return standingOf(rest);
};

/** Markings tried before a comparison is given up: which of several tokens at a node was meant is found by trying. */
const MOST = 400;

export type Compared = 'same' | 'other' | 'given up';

export function comparedWithReplay(
  workflow: Workflow,
  { marking }: Standing,
  first: JsonObject,
  steps: readonly Driven[],
): Compared {
  const wanted = withoutTimers(marking);
  const started = startInstance(workflow, { choice: first }, 0, 'hash');
  if (!started.ok) return 'given up';
  let tried = 0;
  const search = (at: Marking, index: number): boolean => {
    const driven = steps[index];
    if (driven === undefined) return withoutTimers(at) === wanted;
    if (driven === null) return search(at, index + 1);
    for (const event of meant(at, driven.event)) {
      tried += 1;
      if (tried > MOST) return false;
      const set = step(workflow, at, { type: 'change', variables: { choice: driven.choice } }, 0);
      const next = set.ok ? step(workflow, set.value.marking, event, 0) : set;
      if (next.ok && search(next.value.marking, index + 1)) return true;
    }
    return false;
  };
  if (search(started.value.marking, 0)) return 'same';
  return tried > MOST ? 'given up' : 'other';
}

/** The event at each token that it could be about. */
function meant({ tokens, scopes = [], timers = [], incidents = [] }: Marking, event: StepEvent): readonly StepEvent[] {
  if (!('nodeId' in event) || event.nodeId === undefined) return [event];
  const { nodeId } = event;
  if (event.type === 'timer') {
    const on = [...new Set(timers.filter(({ node }) => node === nodeId).map((each) => each.on))];
    return on.map((token) => ({ ...event, token }));
  }
  if (event.type === 'retry')
    return incidents.filter((each) => each.nodeId === nodeId).map(({ token }) => ({ ...event, token }));
  if (event.type === 'message') return [...tokens, ...scopes, { id: 0 }].map(({ id }) => ({ ...event, token: id }));
  return tokens
    .filter(({ at, idle, over }) => at === nodeId && !idle && !over)
    .map(({ id }) => ({ ...event, token: id }) as StepEvent);
}
