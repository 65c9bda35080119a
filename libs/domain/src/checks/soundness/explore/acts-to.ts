import type { State } from './explore.js';
import type { Act, Vertex } from '../graph/graph.js';
import type { Move, Net } from './net.js';
import { wayTo } from '../graph/nodes-in.js';

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
  const acts = moves.map((move) => [...actsOf(move, target)]);
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

/** A branch that runs beside, to which the target belongs, is followed as far as the target. */
function actsOf({ vertex, put, acts }: Move, target: string | null): readonly Act[] {
  const there = target !== null && vertex.once?.nodeId === target ? wayTo(vertex.body, target) : null;
  if (there === null) return acts();
  if (vertex.out.length === 0 || put.length === 0) return there;
  const on = acts();
  const apart = there.findIndex((act, at) => act !== on[at]);
  return apart === -1 ? on : [...on, ...there.slice(apart)];
}

function choicesFirst(acts: readonly Act[]): number {
  const rest = acts.findIndex(({ act }) => act !== 'choice' && act !== 'join');
  return rest === -1 ? acts.length : rest;
}

/** A way into the piece: to the target if a token can be there, else to where it stays first. */
function wayInside({ body, stays }: Vertex, target: string | null): readonly Act[] {
  const there = target === null ? null : wayTo(body, target);
  return there ?? (stays === null ? null : wayTo(body, stays)) ?? [];
}
