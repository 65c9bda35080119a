import { actsTo } from '../explore/acts-to.js';
import { explore } from '../explore/explore.js';
import type { Exploration, Trouble } from '../explore/explore.js';
import type { Net } from '../explore/net.js';
import type { Act } from '../graph/graph.js';
import { replay } from './replay.js';

/** Markings of the drawing itself looked at for where exactly an end goes out of reach. */
const MOST_MARKINGS = 6_000;

type TroubleKind = 'stuck' | 'endless' | 'twice' | 'end-twice';

/** Something that can go wrong in a scope, with the acts that lead there from where the scope starts. */
export interface FoundTrouble {
  readonly kind: TroubleKind;
  readonly elementId: string;
  readonly acts: readonly Act[];
  /** an end was reached before */
  readonly afterEnd: boolean;
  /** goes round without anybody acting */
  readonly spins: boolean;
}

/** Troubles of a kind that are played: nobody reads more of them, and in a maze there is one at every turn. */
const MOST_PLAYED = 30;

/** The troubles that can really be played, and whether that is all of those looked at. */
export function confirmed(plain: Net, net: Net, { dead, endless, twice, endTwice }: Exploration) {
  const rounds = endless.length === 0 ? null : roundsOf(plain);
  const all = [
    ...dead.slice(0, MOST_PLAYED).map((each) => ['stuck', net, each] as const),
    ...(rounds ?? endless)
      .slice(0, MOST_PLAYED)
      .map((each) => ['endless', rounds === null ? net : plain, each] as const),
    ...twice.slice(0, MOST_PLAYED).map((each) => ['twice', net, each] as const),
    ...endTwice.slice(0, MOST_PLAYED).map((each) => ['end-twice', net, each] as const),
  ];
  const real = all.flatMap(([kind, from, trouble]) => confirm(plain, from, kind, trouble) ?? []);
  return { real, all: real.length === all.length };
}

/** Where exactly the end goes out of reach: a folded piece may hold the choice that decides. Null when that is not known. */
function roundsOf(plain: Net): readonly Trouble[] | null {
  const { complete, endless } = explore(plain, { most: MOST_MARKINGS });
  return complete && endless.length > 0 ? endless : null;
}

function confirm(plain: Net, net: Net, kind: TroubleKind, { elementId, state, last }: Trouble): FoundTrouble | null {
  const acts = actsTo(net, state, last, elementId);
  const atOnce = overOnceTold(plain, acts);
  return (atOnce && confirmActs(plain, kind, elementId, atOnce)) ?? confirmActs(plain, kind, elementId, acts);
}

/**
 * What is told from inside an activity may be the last thing that happens there, and then nobody acts between that and
 * its completion. Null when nothing is told.
 */
function overOnceTold(plain: Net, acts: readonly Act[]): readonly Act[] | null {
  const hosts = new Map(
    plain.vertices.flatMap((vertex) =>
      plain.graph
        .outOf(vertex)
        .flatMap(({ act, spawned }): [string, string][] =>
          spawned && act?.act === 'escalation' ? [[act.nodeId, vertex.nodeId]] : [],
        ),
    ),
  );
  const ordered = [...acts];
  for (let at = 0; at < ordered.length; at++) {
    const host = hosts.get(ordered[at]?.nodeId ?? '');
    if (host === undefined) continue;
    const over = ordered.findIndex((act, later) => later > at && act.nodeId === host && act.act === 'complete');
    if (over !== -1) ordered.splice(over, 1);
    ordered.splice(at + 1, 0, { nodeId: host, act: 'complete' });
  }
  return ordered.some((act, at) => act.nodeId !== acts[at]?.nodeId) ? ordered : null;
}

function confirmActs(plain: Net, kind: TroubleKind, elementId: string, acts: readonly Act[]): FoundTrouble | null {
  // where it hangs, what runs beside is brought to its end first
  const seen = replay(plain, acts, kind === 'stuck');
  if (seen === null) return null;
  const real = {
    stuck: seen.dead,
    endless: !seen.dead && seen.unplayed === 0,
    twice: seen.twice.size > 0,
    'end-twice': seen.endTwice.size > 0,
  };
  if (!real[kind]) return null;
  const [second = elementId] = seen.twice.has(elementId) ? [elementId] : seen.twice;
  const [end = elementId] = seen.endTwice;
  const played = kind === 'stuck' ? seen.played.map(({ act }) => act) : acts;
  return {
    kind,
    elementId: kind === 'end-twice' ? end : kind === 'twice' ? second : elementId,
    acts: played,
    afterEnd: seen.ended,
    spins: seen.spins,
  };
}
