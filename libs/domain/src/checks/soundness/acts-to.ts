import type { State } from './explore.js';
import type { Act, Vertex } from './graph.js';
import type { Move, Net } from './net.js';
import { wayTo } from './nodes-in.js';
import { waysOf } from './ways.js';
import { wayThrough } from './way.js';
import type { Goal } from './way.js';

/**
 * Everything that people and the world did on the way to a state, and by a last move. A token that came to rest in a
 * folded piece chose its way when it came, not when it left: such choices are told at their time.
 *
 * @param target where the tokens that are left are to be, where that matters
 */
export function actsTo(net: Net, state: State, last: Move | null, target: string | null = null): readonly Act[] {
  const moves: Move[] = last === null ? [] : [last];
  for (let at: State | null = state; at !== null; at = at.from) if (at.move !== null) moves.push(at.move);
  moves.reverse();
  const acts = moves.map((move) => [...move.acts()]);
  const resting = new Map<number, number[]>();
  moves.forEach((move, at) => {
    for (const place of move.take) {
      const came = resting.get(place)?.shift();
      const own = acts[at];
      if (came === undefined || own === undefined) continue;
      acts[came]?.push(...own.splice(0, choicesFirst(own)));
    }
    for (const place of move.put) {
      const { kind, vertex } = net.at(place);
      if (kind !== 'resting' || vertex.body?.kind === 'node') continue;
      resting.set(place, [...(resting.get(place) ?? []), at]);
    }
  });
  for (const [place, all] of resting) {
    const way = wayInside(net.at(place).vertex, target);
    for (const at of all) acts[at]?.push(...way.slice(0, choicesFirst(way)));
  }
  return acts.flat();
}

function choicesFirst(acts: readonly Act[]): number {
  const rest = acts.findIndex(({ act }) => act !== 'choice' && act !== 'join');
  return rest === -1 ? acts.length : rest;
}

/** Some way into the piece: to the target if it is in there, else to wherever it leads. */
function wayInside(vertex: Vertex, target: string | null): readonly Act[] {
  const there = target === null ? null : wayTo(vertex.body, target);
  if (there !== null) return there;
  const goals: readonly Goal[] = [
    ...(waysOf(vertex).has('pass') ? ['pass' as const] : ['end' as const]),
    ...vertex.leaves,
  ];
  return goals.map((goal) => wayThrough(vertex.body, goal)).find((way) => way !== null) ?? [];
}
