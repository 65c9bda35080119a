import type { FlowModel } from '../../../bpmn/model.js';
import type { TraceStep } from '../../../shared/finding.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Channels } from './channels.js';
import { partsOf } from './exchange-parts.js';
import type { Part } from './exchange-parts.js';
import type { Happening } from './exchange-standing.js';
import { exploreExchange } from './explore-exchange.js';
import { fire } from '../explore/fire.js';
import type { Tokens } from '../explore/net.js';
import type { Analyses } from '../counterexample/playing.js';
import { standing } from '../counterexample/replay.js';
import type { Played } from '../counterexample/replay.js';
import type { Counterexample, LeftMessage, UnknownReason } from '../report.js';
import type { FoundInExchange } from './explore-exchange.js';
import type { ScopeAnalysis } from '../scope-analysis.js';
import type { Setting } from '../drawing/setting.js';
import { witnessOf } from '../counterexample/witness.js';

interface PlayedTrouble extends Omit<FoundInExchange, 'way' | 'part'> {
  readonly counterexample: Counterexample;
}

/** What is known of a scope when messages only come if they were sent. */
export interface ScopeInExchange {
  readonly troubles: readonly PlayedTrouble[];
  readonly unknown: UnknownReason | null;
  /** nodes that no run reaches; none where not every run was seen */
  readonly never: readonly string[];
}

export interface ExchangeJudgement {
  readonly scopes: ReadonlyMap<string, ScopeInExchange>;
  /** null: not known */
  readonly left: readonly LeftMessage[] | null;
}

/**
 * The processes of a file that send each other messages, played side by side: messages lie in a bag until somebody takes
 * them, in any order. Null when the exchange is drawn so that it is not followed. What is found is a run of the drawing
 * itself, so it needs no further proof than conditions that hold together.
 */
export function judgeExchange(
  model: FlowModel,
  channels: Channels,
  settings: readonly Setting[],
  analyses: Analyses,
): ExchangeJudgement | null {
  if (channels.count === 0) return { scopes: new Map(), left: [] };
  const parts = partsOf(model, channels, settings, analyses);
  if (parts === null) return null;
  const doubtful = parts.map(({ analysis }) => unknownInside(analysis, parts, analyses)).find((each) => each !== null);
  const doubles = parts.some(({ analysis }) =>
    analysis.troubles.some(({ kind }) => kind === 'twice' || kind === 'end-twice'),
  );
  const { incomplete, found, left, acted } = exploreExchange(parts, channels, doubles);
  const scopes = new Map(
    parts.map((part) => {
      const troubles: PlayedTrouble[] = [];
      let unknown: UnknownReason | null = doubtful ?? incomplete;
      for (const { kind, elementId, way } of found.filter((each) => each.part === part)) {
        const counterexample = counterexampleOf(elementId, way, parts, model);
        if (counterexample === null) unknown ??= 'conditions';
        else if (doubtful == null) troubles.push({ kind, elementId, counterexample });
      }
      const never = unknown === null ? part.analysis.drawn.filter((id) => !acted.has(id)) : [];
      return [part.setting.scope.id, { troubles, unknown, never }] as const;
    }),
  );
  const lost = leftMessages(left, channels, parts, model);
  const allSeen = incomplete === null && doubtful == null;
  return { scopes, left: lost.length > 0 || allSeen ? lost : null };
}

/** A scope that nobody talks in is one step of the scope around: what is not known of it is not known there either. */
function unknownInside(
  { setting, unknown }: ScopeAnalysis,
  parts: readonly Part[],
  analyses: Analyses,
): UnknownReason | null {
  if (unknown !== null && unknown !== 'conditions') return unknown;
  for (const node of setting.scope.nodes) {
    const inside = analyses.inside(node);
    if (inside === undefined || inside.unknown === null || parts.some(({ analysis }) => analysis === inside)) continue;
    return inside.unknown;
  }
  return null;
}

function leftMessages(
  left: ReadonlyMap<number, readonly Happening[]>,
  { sends }: Channels,
  parts: readonly Part[],
  model: FlowModel,
): readonly LeftMessage[] {
  return [...left].flatMap(([channel, way]) => {
    const [sender = ''] = [...sends].find(([, number]) => number === channel) ?? [];
    const counterexample = counterexampleOf(sender, way, parts, model);
    return counterexample === null ? [] : [{ elementId: sender, counterexample }];
  });
}

/** Null when the conditions on the way cannot hold together: each process has variables of its own. */
function counterexampleOf(
  elementId: string,
  way: readonly Happening[],
  parts: readonly Part[],
  model: FlowModel,
): Counterexample | null {
  const played = play(way, parts);
  const given = new Map<Played, JsonObject>();
  let initial: JsonObject = {};
  for (const process of parts.filter(({ around }) => around === null)) {
    const own = played.filter(({ root }) => root === process).map((each) => each.played);
    const witness = witnessOf(own);
    if (witness === null) return null;
    own.forEach((each, at) => given.set(each, witness.byAct[at] ?? {}));
    // the instance that is looked at is one of the file's main process
    if (process.setting.scope.id === model.processId) initial = { ...initial, ...witness.initial };
    else initial = { ...witness.initial, ...initial };
  }
  const steps = played.flatMap(({ played: each }): readonly TraceStep[] => {
    const { act, tokens } = each;
    const variables = given.get(each) ?? {};
    if (act.act === 'join') return [];
    return [{ ...act, act: act.act, ...(Object.keys(variables).length > 0 && { variables }), tokens }];
  });
  return { elementId, variables: initial, steps };
}

interface PlayedIn {
  readonly root: Part;
  readonly played: Played;
}

/** The acts of a way, each with what stands everywhere after it. */
function play(way: readonly Happening[], parts: readonly Part[]): readonly PlayedIn[] {
  const tokens: (Tokens | null)[] = parts.map(() => null);
  const all: PlayedIn[] = [];
  const stop = (part: Part): void => {
    tokens[part.at] = null;
    part.inner.forEach(stop);
  };
  for (const { part, move } of way) {
    const before = tokens[part.at] ?? [part.net.arrive(part.net.first)];
    for (const inner of part.inner) if (move.take.includes(inner.hostPlace)) stop(inner);
    if (move.leave !== null) stop(part);
    else tokens[part.at] = fire(part.net, before, move).tokens;
    const now = parts.flatMap(({ at, net }) => standing(net, tokens[at] ?? []));
    const acts = move.acts();
    acts.forEach((act, at) => {
      const played = {
        act,
        requires: at === 0 ? move.requires : [],
        writes: at === 0 ? move.writes : [],
        tokens: now,
      };
      all.push({ root: rootOf(part), played });
    });
    // tokens that went on by themselves stand where they came to
    const last = all.at(-1);
    if (acts.length === 0 && last !== undefined)
      all[all.length - 1] = { ...last, played: { ...last.played, tokens: now } };
  }
  return all;
}

const rootOf = (part: Part): Part => (part.around === null ? part : rootOf(part.around));
