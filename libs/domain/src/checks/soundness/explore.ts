import type { Scope } from '../../bpmn/model.js';
import { netOf } from './net.js';
import type { Move, ScopeNet } from './net.js';

/** Markings looked at before giving up: beyond it the verdict is «unknown», never «sound». */
export const MOST_MARKINGS = 20_000;

/** A place where a scope goes wrong, with the shortest way there as things a person does. */
interface Trouble {
  readonly elementId: string;
  readonly path: readonly string[];
}

export interface Exploration {
  readonly complete: boolean;
  /** markings from which the end cannot be reached any more: the first found, by the element it hangs at */
  readonly stuck: readonly Trouble[];
  /** an element to which a second token can come while one is there */
  readonly twice: readonly Trouble[];
  /** items that no run reaches */
  readonly never: readonly string[];
}

interface Seen {
  readonly places: readonly string[];
  readonly from: Seen | null;
  readonly label: string | null;
  readonly before: Seen[];
}

const cache = new WeakMap<Scope, Exploration>();

/** Plays every run of a scope with free choices; blocks and sub-processes count as one step, so the product never appears. */
export function explore(scope: Scope): Exploration {
  const known = cache.get(scope);
  if (known) return known;
  const result = exploreNet(netOf(scope));
  cache.set(scope, result);
  return result;
}

function exploreNet(net: ScopeNet): Exploration {
  const first: Seen = { places: [net.initial], from: null, label: null, before: [] };
  const states = new Map<string, Seen>([[net.initial, first]]);
  const queue: Seen[] = [first];
  const visited = new Set<string>();
  const twice = new Map<string, Trouble>();
  const unsafe = new Set<Seen>();
  const dead = new Set<Seen>();
  // the queue grows while it is walked
  for (const state of queue) {
    if (states.size > MOST_MARKINGS) return { complete: false, stuck: [], twice: [...twice.values()], never: [] };
    const moves = movesIn(state.places, net);
    if (moves.length === 0 && state.places.length > 0) dead.add(state);
    for (const move of moves) {
      visited.add(move.item);
      const places = fire(state.places, move);
      const double = places.find((place, index) => place === places[index + 1]);
      if (double !== undefined) {
        unsafe.add(state);
        const elementId = net.joinOf(double) ?? double.slice(1);
        if (!twice.has(elementId)) twice.set(elementId, { elementId, path: pathTo(state, move.label) });
        continue;
      }
      const key = places.join('|');
      const there = states.get(key);
      if (there) there.before.push(state);
      else {
        const next: Seen = { places, from: state, label: move.label, before: [state] };
        states.set(key, next);
        queue.push(next);
      }
    }
  }
  const never = net.items.filter((id) => !visited.has(id));
  return {
    complete: true,
    stuck: stuckIn(queue, states.get(''), unsafe, dead, net),
    twice: [...twice.values()],
    never,
  };
}

/** Things that happen by themselves go first and one at a time: they disturb nothing, so their order does not matter. */
function movesIn(places: readonly string[], net: ScopeNet): readonly Move[] {
  const automatic = places.find((place) => net.automatic.has(place));
  if (automatic !== undefined) return net.moves.get(automatic) ?? [];
  const join = net.joins.find((each) => each.consumes.every((place) => places.includes(place)));
  if (join) return [join];
  return places.flatMap((place) => net.moves.get(place) ?? []);
}

function fire(places: readonly string[], move: Move): readonly string[] {
  if (move.ends) return [];
  const left = [...places];
  for (const place of move.consumes) left.splice(left.indexOf(place), 1);
  return [...left, ...move.produces].sort();
}

/** Where nothing moves any more says most; only a run that goes round for ever has no such place. */
function stuckIn(
  all: readonly Seen[],
  end: Seen | undefined,
  unsafe: ReadonlySet<Seen>,
  dead: ReadonlySet<Seen>,
  net: ScopeNet,
): readonly Trouble[] {
  const good = new Set<Seen>([...(end ? [end] : []), ...unsafe]);
  for (const state of good) for (const before of state.before) good.add(before);
  const bad = all.filter((state) => !good.has(state));
  const troubles = new Map<string, Trouble>();
  for (const state of dead.size > 0 ? dead : bad) {
    const waiting = state.places.map((place) => net.joinOf(place)).find((id) => id !== null);
    const elementId = waiting ?? (state.places[0] ?? '').slice(1);
    if (!troubles.has(elementId)) troubles.set(elementId, { elementId, path: pathTo(state, null) });
  }
  return [...troubles.values()].slice(0, 3);
}

function pathTo(state: Seen, last: string | null): readonly string[] {
  const labels: string[] = last === null ? [] : [last];
  for (let at: Seen | null = state; at !== null; at = at.from) if (at.label !== null) labels.push(at.label);
  return labels.reverse();
}
