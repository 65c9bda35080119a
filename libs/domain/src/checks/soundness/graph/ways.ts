import type { Leave, Vertex } from './graph.js';

/**
 * The goals a token can reach in a step (`pass`, `end`, or a way of leaving the scope), each at once, or after having
 * rested somewhere inside, or both.
 */
export type Ways = ReadonlyMap<string, number>;

export const AT_ONCE = 1;
export const AFTER_REST = 2;

export const leaveKey = ({ kind, code }: Leave): string => `${kind}:${code ?? ''}`;

export const PASSES: Ways = new Map([['pass', AT_ONCE]]);

/** What is known of a step; as drawn, all of it happens at once, or all after a rest. */
export function waysOf(vertex: Vertex): Ways {
  if (vertex.ways !== null) return vertex.ways;
  const how = vertex.stays !== null ? AFTER_REST : AT_ONCE;
  const goals = vertex.ends ? ['end'] : vertex.out.length > 0 ? ['pass'] : [];
  return new Map([...goals, ...vertex.leaves.map(leaveKey)].map((goal) => [goal, how]));
}

/** One after the other: at once only when both are. */
export function inTurn(first: Ways, then: Ways): Ways {
  const through = first.get('pass') ?? 0;
  const ways = new Map<string, number>();
  const add = (goal: string, how: number): void => {
    if (how > 0) ways.set(goal, (ways.get(goal) ?? 0) | how);
  };
  for (const [goal, how] of first) if (goal !== 'pass') add(goal, how);
  for (const [goal, how] of then) {
    add(goal, through & how & AT_ONCE);
    if (through > 0 && (through | how) & AFTER_REST) add(goal, AFTER_REST);
  }
  return ways;
}

export function oneOf(all: readonly Ways[]): Ways {
  const ways = new Map<string, number>();
  for (const each of all) for (const [goal, how] of each) ways.set(goal, (ways.get(goal) ?? 0) | how);
  return ways;
}

/** Side by side: through only when all are; left when any leaves. */
export function together(all: readonly Ways[]): Ways {
  const ways = new Map(oneOf(all));
  ways.delete('pass');
  const through = all.map((each) => each.get('pass') ?? 0);
  if (through.every((how) => how > 0)) {
    const atOnce = through.every((how) => how & AT_ONCE) ? AT_ONCE : 0;
    ways.set('pass', atOnce | (through.some((how) => how & AFTER_REST) ? AFTER_REST : 0));
  }
  return ways;
}

export const without = (ways: Ways, goal: string): Ways => new Map([...ways].filter(([each]) => each !== goal));
