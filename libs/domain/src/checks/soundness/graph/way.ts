import type { Act, Body, Leave, Option } from './graph.js';

/** How a token is to come out of a piece: at its other side, consumed by an end inside, or by leaving the scope. */
export type Goal = 'pass' | 'end' | Leave;

type Way = readonly Act[] | null;

/** Pieces contain pieces: without it, loops in loops would be walked over and over. */
const known = new WeakMap<Body, Map<string, Way>>();

/** The acts that lead through a piece to a goal, the shortest that the pieces offer; null when it cannot be. */
export function wayThrough(body: Body | null, goal: Goal): Way {
  if (body === null) return goal === 'pass' ? [] : null;
  const ways = known.get(body) ?? new Map<string, Way>();
  known.set(body, ways);
  const key = typeof goal === 'string' ? goal : `${goal.kind}:${goal.code ?? ''}`;
  let way = ways.get(key);
  if (way === undefined) ways.set(key, (way = findWay(body, goal)));
  return way;
}

function findWay(body: Body, goal: Goal): Way {
  switch (body.kind) {
    case 'node':
      return throughNode(body, goal);
    case 'sequence':
      return throughSequence(body.parts, goal);
    case 'some':
      return throughSome(body.options, goal);
    case 'one':
      return shortest(body.options.map((option) => throughOption(option, goal)));
    case 'all':
      return throughAll(body.branches, goal);
    case 'beside':
      return goal === 'pass' ? [] : null;
    case 'loop':
      if (goal === 'pass') return wayThrough(body.body, goal);
      return shortest([
        wayThrough(body.body, goal),
        after(wayThrough(body.body, 'pass'), throughOption(body.back, goal)),
      ]);
    case 'fragment':
      if (goal === 'pass') return body.pass;
      return goal === 'end' ? body.ends : (body.leaves.find(({ leave }) => sameLeave(leave, goal))?.acts ?? null);
  }
}

export const sameLeave = (a: Leave, b: Leave): boolean => a.kind === b.kind && a.code === b.code;

function throughNode(body: Extract<Body, { kind: 'node' }>, goal: Goal): Way {
  const done = body.act === null ? [] : [body.act];
  if (goal === 'pass') return body.ends ? null : done;
  if (goal === 'end') return body.ends ? done : null;
  return body.leaves.some((leave) => sameLeave(leave, goal)) ? leavingActs(body, goal) : null;
}

/** A sub-process that is left by what happens inside shows as that happening; an end event shows as nothing of its own. */
function leavingActs({ nodeId, throws }: Extract<Body, { kind: 'node' }>, { kind }: Leave): readonly Act[] {
  return throws ? [{ nodeId, act: kind === 'terminate' ? 'complete' : kind }] : [];
}

function throughSequence(parts: readonly Body[], goal: Goal): Way {
  const acts: Act[] = [];
  for (const part of parts) {
    if (goal !== 'pass') {
      const there = wayThrough(part, goal);
      if (there !== null) return [...acts, ...there];
    }
    const on = wayThrough(part, 'pass');
    if (on === null) return null;
    acts.push(...on);
  }
  return goal === 'pass' ? acts : null;
}

function throughOption({ act, body, goesOn }: Option, goal: Goal): Way {
  if (goal === 'pass' && !goesOn) return null;
  return after(act === null ? [] : [act], wayThrough(body, goal));
}

/** The choices come first, all of them at once; then what lies on the flows taken. */
function throughSome(options: readonly Option[], goal: Goal): Way {
  const always = options.filter((option) => option.always);
  if (always.length === 0) return shortest(options.map((option) => throughOption(option, goal)));
  return always.reduce<Way>(
    (acts, option) => after(acts, throughOption({ ...option, act: null }, goal)),
    always.flatMap(({ act }) => (act === null ? [] : [act])),
  );
}

function throughAll(branches: readonly Body[], goal: Goal): Way {
  if (goal !== 'pass') return shortest(branches.map((branch) => wayThrough(branch, goal)));
  return branches.reduce<Way>((acts, branch) => after(acts, wayThrough(branch, 'pass')), []);
}

const after = (first: Way, then: Way): Way => (first === null || then === null ? null : [...first, ...then]);

function shortest(ways: readonly Way[]): Way {
  let best: Way = null;
  for (const way of ways) if (way !== null && (best === null || way.length < best.length)) best = way;
  return best;
}
