import { actsTo } from '../explore/acts-to.js';
import { explore } from '../explore/explore.js';
import type { Exploration, Final } from '../explore/explore.js';
import { passing, takeOver } from './fold-sequence.js';
import { fragmentsOf } from './fragments.js';
import type { Fragment } from './fragments.js';
import type { Act, Body, Edge, Graph, Vertex } from '../graph/graph.js';
import { Net } from '../explore/net.js';
import { reduce } from './reduce.js';
import { AFTER_REST, AT_ONCE, leaveKey, oneOf } from '../graph/ways.js';
import type { Ways } from '../graph/ways.js';

/** Markings of a piece looked at before it is left to the whole. */
const MOST_OF_A_PIECE = 4_000;
/** Rounds of finding pieces; each folds at least one. */
const MOST_ROUNDS = 40;
const MOST_TRIES = 60;

/**
 * Explores pieces with one way in and one way out by themselves, innermost first: a sound one becomes a single step. So
 * pieces that run at the same time are never multiplied with each other.
 */
export function foldFragments(graph: Graph, first: Edge): void {
  const hopeless = new Set<string>();
  for (let round = 0, tries = 0; round < MOST_ROUNDS && tries < MOST_TRIES; round++) {
    let folded = false;
    const touched = new Set<Vertex>();
    for (const fragment of fragmentsOf(graph, first)) {
      const key = `${fragment.entry.id} ${fragment.exit.id} ${fragment.vertices.size}`;
      if (hopeless.has(key) || [...fragment.vertices].some((vertex) => touched.has(vertex))) continue;
      if (++tries > MOST_TRIES) break;
      for (const vertex of fragment.vertices) touched.add(vertex);
      if (foldOne(graph, fragment)) folded = true;
      else hopeless.add(key);
    }
    if (!folded) return;
    reduce(graph);
  }
}

function foldOne(graph: Graph, { entry, exit, vertices }: Fragment): boolean {
  const inside = [...vertices];
  if (inside.some(({ emits, needs, yields }) => emits.length > 0 || needs > 1 || yields > 1)) return false;
  const net = new Net(graph, entry, exit);
  const exploration = explore(net, { most: MOST_OF_A_PIECE, untilWrong: true });
  const passed = exploration.finals.find((final) => final.leave === null && comesOut(net, final));
  if (passed === undefined || !isSound(exploration) || inside.some(({ id }) => !exploration.acted.has(id)))
    return false;
  const acts = ({ state, last }: Final): readonly Act[] => actsTo(net, state, last);
  const ended = exploration.finals.find((final) => final.leave === null && !comesOut(net, final));
  const step = graph.add('simple', inside[0]?.nodeId ?? '');
  for (const vertex of inside) takeOver(step, vertex);
  step.ends = ended !== undefined;
  step.ways = waysOfPiece(net, exploration);
  const states = new Map(inside.map((vertex) => [bodyOf(vertex), exploration.acted.get(vertex.id)]));
  step.body = {
    kind: 'fragment',
    pass: acts(passed),
    ends: ended === undefined ? null : acts(ended),
    leaves: exploration.finals.flatMap((final) =>
      final.leave === null ? [] : [{ leave: final.leave, acts: acts(final) }],
    ),
    members: inside.map(bodyOf),
    reach: (member) => {
      const before = states.get(member);
      return before === undefined ? null : actsTo(net, before, null);
    },
  };
  graph.retarget(entry, step);
  graph.resource(exit, step);
  for (const vertex of inside) for (const edge of graph.outOf(vertex)) graph.cut(edge);
  for (const vertex of inside) graph.drop(vertex);
  return true;
}

/** A gateway with what hangs on it, or a step; the same object each time. */
const bodies = new WeakMap<Vertex, Body>();
function bodyOf(vertex: Vertex): Body {
  let body = bodies.get(vertex);
  if (body === undefined) {
    const parts = [vertex.body ?? passing(vertex.nodeId), ...vertex.extra];
    bodies.set(vertex, (body = parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts }));
  }
  return body;
}

/** Everything may happen after a rest, if there is one; at once what happens before anybody acts. */
function waysOfPiece(net: Net, { finals }: Exploration): Ways {
  const goal = (final: Final): string =>
    final.leave !== null ? leaveKey(final.leave) : comesOut(net, final) ? 'pass' : 'end';
  const slow = finals.map((final): [string, number] => [goal(final), AFTER_REST]);
  const quick = explore(net, { most: MOST_OF_A_PIECE, untilRest: true }).finals;
  return oneOf([
    new Map(net.vertices.some(({ stays }) => stays !== null) ? slow : []),
    new Map(quick.map((final): [string, number] => [goal(final), AT_ONCE])),
  ]);
}

const comesOut = (net: Net, { state }: Final): boolean => state.tokens.some((place) => net.at(place).kind === 'exit');

const isSound = ({ complete, proper, dead, endless, twice }: Exploration): boolean =>
  complete && proper && dead.length + endless.length + twice.length === 0;
