import { Exchange } from './exchange.js';
import { keyOf } from './exchange-standing.js';
import type { Happening, Standing } from './exchange-standing.js';
import type { Channels } from './channels.js';
import type { Part } from './exchange-parts.js';
import type { SoundnessTrouble } from '../report.js';

/** Standings looked at before giving up. */
const MOST_STANDINGS = 10_000;

/** A standing with the way to it. */
interface Stage {
  readonly standing: Standing;
  readonly from: Stage | null;
  readonly before: Stage[];
  /** not everything that can follow was seen */
  open: boolean;
}

/** Something that goes wrong, in the part in which it does. */
export interface FoundInExchange {
  readonly kind: SoundnessTrouble['kind'];
  readonly part: Part;
  readonly elementId: string;
  readonly way: readonly Happening[];
}

export interface ExchangeExploration {
  /** null: every standing was seen */
  readonly incomplete: 'too-many-markings' | 'messages' | 'messages-pile-up' | null;
  readonly found: readonly FoundInExchange[];
  /** a way after which nothing moves any more and messages are left, by channel */
  readonly left: ReadonlyMap<number, readonly Happening[]>;
  /** nodes that act in some run */
  readonly acted: ReadonlySet<string>;
}

/** @param all lets everything happen in every order, which second tokens ask for */
export function exploreExchange(parts: readonly Part[], channels: Channels, all: boolean): ExchangeExploration {
  const found: FoundInExchange[] = [];
  let incomplete: ExchangeExploration['incomplete'] = null;
  let from: Stage | null = null;
  const note = (kind: SoundnessTrouble['kind']) => (elementId: string, part: Part, standing: Standing) => {
    if (found.some((each) => each.kind === kind && each.elementId === elementId)) return;
    found.push({ kind, part, elementId, way: [...wayTo(from), ...standing.since] });
  };
  const acted = new Set<string>();
  const exchange = new Exchange(parts, channels, {
    happened: (move) => {
      acted.add(move.vertex.nodeId);
      for (const { nodeId } of move.acts()) acted.add(nodeId);
    },
    twice: note('second-token'),
    endTwice: note('end-twice'),
    tooMany: () => {
      incomplete ??= 'messages-pile-up';
      if (from !== null) from.open = true;
    },
    unclear: () => {
      incomplete = 'messages';
    },
  });
  const stages = new Map<string, Stage>();
  const add = (standing: Standing, before: Stage | null): void => {
    const key = keyOf(standing);
    const there = stages.get(key);
    if (there === undefined)
      stages.set(key, { standing, from: before, before: before === null ? [] : [before], open: false });
    else if (before !== null) there.before.push(before);
  };
  for (const standing of exchange.initial()) add(standing, null);
  const dead: Stage[] = [];
  const left = new Map<number, readonly Happening[]>();
  let seen = 0;
  // the map grows while it is walked
  for (const stage of stages.values()) {
    if (stages.size > MOST_STANDINGS) break;
    seen++;
    from = stage;
    const counted = found.length;
    const { standing } = stage;
    if (exchange.startsAnother(standing)) {
      stage.open = true;
      incomplete ??= 'messages-pile-up';
    }
    const next = [...((all ? null : exchange.alone(standing)) ?? exchange.next(standing))];
    for (const each of next.flat()) add(each, stage);
    if (found.length > counted) stage.open = true;
    if (next.length > 0 || stage.open) continue;
    dead.push(stage);
    standing.bag.forEach((count, channel) => {
      if (count > 0 && !left.has(channel)) left.set(channel, wayTo(stage));
    });
  }
  if (seen < stages.size) incomplete ??= 'too-many-markings';
  const every = [...stages.values()];
  for (const stage of every.slice(seen)) stage.open = true;
  found.push(...stuckIn(exchange, every, new Set(dead)));
  return { incomplete, found, left, acted };
}

/** Standings from which a process that runs can never come to its end. */
function stuckIn(exchange: Exchange, all: readonly Stage[], dead: ReadonlySet<Stage>): readonly FoundInExchange[] {
  const found = new Map<string, FoundInExchange>();
  for (const process of exchange.processes()) {
    const good = new Set(all.filter(({ standing, open }) => open || standing.parts[process.at] == null));
    for (const stage of good) for (const before of stage.before) good.add(before);
    const bad = all.filter((stage) => !good.has(stage));
    const ends = bad.filter((stage) => dead.has(stage));
    for (const stage of ends.length > 0 ? ends : bad.slice(0, 1)) {
      const { part, elementId } = hangsAt(process, stage.standing);
      const way = wayTo(stage);
      const ended = way.some((each) => each.part === part && each.move.vertex.ends);
      const kind = ends.length === 0 ? 'endless' : ended ? 'leftover' : 'stuck';
      if (!found.has(elementId)) found.set(elementId, { kind, part, elementId, way });
    }
  }
  return [...found.values()];
}

/** The innermost place; a join that waits says most. */
function hangsAt(part: Part, standing: Standing): { readonly part: Part; readonly elementId: string } {
  const inside = part.inner.find((inner) => standing.parts[inner.at] != null);
  if (inside !== undefined) return hangsAt(inside, standing);
  const places = (standing.parts[part.at] ?? []).map(part.net.at).filter(({ kind }) => kind !== 'note');
  const hung = places.find(({ kind }) => kind === 'waiting') ?? places[0];
  return { part, elementId: hung?.vertex.nodeId ?? part.setting.scope.id };
}

function wayTo(stage: Stage | null): readonly Happening[] {
  const steps: (readonly Happening[])[] = [];
  for (let at = stage; at !== null; at = at.from) steps.push(at.standing.since);
  return steps.reverse().flat();
}
