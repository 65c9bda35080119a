import { actsTo } from '../explore/acts-to.js';
import { explore, isFromRest } from '../explore/explore.js';
import { fire } from '../explore/fire.js';
import { Moves } from '../explore/moves.js';
import type { Net, Tokens } from '../explore/net.js';
import type { Act, Leave } from '../graph/graph.js';
import { sameLeave } from '../graph/way.js';
import { leaveKey } from '../graph/ways.js';

/** Markings looked at for such a way; an example without it is still one. */
const MOST_MARKINGS = 1_000;

/** An activity may be gone through in every example: without it, the same inside would be searched over and over. */
const found = new WeakMap<Net, Map<string, readonly Act[] | null>>();

interface Step {
  readonly tokens: Tokens;
  readonly acts: readonly Act[];
  readonly rested: boolean;
}

/**
 * The acts that lead through a scope so that something rests in it meanwhile, as it must where something happens outside
 * before the scope is over.
 *
 * @param goal how the scope is left, null for its completion; `rest`: only as far as where something rests first
 */
export function restingWay(net: Net, goal: Leave | 'rest' | null): readonly Act[] | null {
  const ways = found.get(net) ?? new Map<string, readonly Act[] | null>();
  found.set(net, ways);
  const key = goal === null || goal === 'rest' ? `${goal}` : leaveKey(goal);
  let way = ways.get(key);
  if (way === undefined) ways.set(key, (way = findWay(net, goal)));
  return way;
}

function findWay(net: Net, goal: Leave | 'rest' | null): readonly Act[] | null {
  const moves = new Moves(net);
  const steps: Step[] = [{ tokens: [net.arrive(net.first)], acts: [], rested: false }];
  const known = new Set<string>();
  // the list grows while it is walked
  for (const { tokens, acts, rested: before } of steps) {
    const possible = moves.in(tokens);
    const rested = before || possible.some((move) => isFromRest(net, move));
    if (rested && goal === 'rest') return acts;
    if (rested && goal === null && tokens.every((place) => net.at(place).kind === 'note')) return acts;
    for (const move of possible) {
      const done = (): readonly Act[] => [...acts, ...move.acts()];
      if (move.leave !== null) {
        if (rested && goal !== 'rest' && isGoal(move.leave, goal)) return done();
        continue;
      }
      const next = fire(net, tokens, move);
      const key = `${rested} ${next.tokens.join(' ')}`;
      if (next.twice !== null || next.tooMany || known.has(key) || known.size > MOST_MARKINGS) continue;
      known.add(key);
      steps.push({ tokens: next.tokens, acts: done(), rested });
    }
  }
  return null;
}

const isGoal = (leave: Leave, goal: Leave | null): boolean =>
  goal === null ? leave.kind === 'terminate' : sameLeave(leave, goal);

/** The acts after which an activity of the scope is under way, with conditions that hold together. */
export function wayByConditions(net: Net, nodeId: string): readonly Act[] | null {
  for (const [id, state] of explore(net, { withFacts: true, most: MOST_MARKINGS }).acted) {
    const { nodeId: at, stays } = net.graph.vertex(id);
    if (at === nodeId && stays !== null) return actsTo(net, state, null);
  }
  return null;
}
