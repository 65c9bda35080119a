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

/** Steps tried before a comparison is given up: which of several tokens at a node was meant is found by trying. */
const MOST = 400;
const MOST_ORDERS = 6_000;

/** `reordered`: steps that do not depend on each other have to be taken in another order. */
export type Compared = 'same' | 'reordered' | 'other' | 'given up';

export function comparedWithReplay(
  workflow: Workflow,
  { marking }: Standing,
  first: JsonObject,
  trail: readonly Driven[],
): Compared {
  const started = startInstance(workflow, { choice: first }, 0, 'hash');
  if (!started.ok) return 'given up';
  const steps = trail.filter((each) => each !== null);
  const replay = new Replay(workflow, steps, withoutTimers(marking));
  const inOrder = replay.search(started.value.marking, steps, false, MOST);
  if (inOrder !== false) return inOrder === null ? 'given up' : 'same';
  // a join that waited for what was undone, a signal that found nobody: one order among several
  const inAny = replay.search(started.value.marking, steps, true, MOST_ORDERS);
  // what stands again counts its time from now, so that a timer may have fired more often than it could at a stretch,
  // and has not heard the signals of the time it was away
  const isOfItsTime = steps.some(({ event }) => event.type === 'timer' || event.type === 'signal');
  return inAny === null || (!inAny && isOfItsTime) ? 'given up' : inAny ? 'reordered' : 'other';
}

type Step = NonNullable<Driven>;

class Replay {
  private tried = 0;
  private readonly dead = new Set<string>();

  constructor(
    private readonly workflow: Workflow,
    private readonly steps: readonly Step[],
    private readonly wanted: string,
  ) {}

  /** Whether the steps that are left lead to what is wanted; null: too many were tried. */
  search(at: Marking, left: readonly Step[], anyOrder: boolean, most: number): boolean | null {
    if (left === this.steps) {
      this.tried = 0;
      this.dead.clear();
    }
    if (left.length === 0) return withoutTimers(at) === this.wanted;
    const place = `${left.map((each) => this.steps.indexOf(each)).join()} ${withoutTimers(at)}`;
    if (this.dead.has(place)) return false;
    for (const driven of anyOrder ? left : left.slice(0, 1)) {
      const rest = left.filter((each) => each !== driven);
      for (const event of meant(at, driven.event)) {
        this.tried += 1;
        if (this.tried > most) return null;
        const set = step(this.workflow, at, { type: 'change', variables: { choice: driven.choice } }, 0);
        const next = set.ok ? step(this.workflow, set.value.marking, event, 0) : set;
        const found = next.ok ? this.search(next.value.marking, rest, anyOrder, most) : false;
        if (found !== false) return found;
      }
    }
    this.dead.add(place);
    return false;
  }
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
