import type { FlowNode } from '../../../bpmn/model.js';
import type { TraceStep } from '../../../shared/finding.js';
import type { Act, Leave } from '../graph/graph.js';
import { replay } from './replay.js';
import type { Played, Replay } from './replay.js';
import { restingWay, wayByConditions } from './resting-way.js';
import type { Counterexample } from '../report.js';
import type { ScopeAnalysis } from '../scope-analysis.js';
import { catches, startOf } from '../drawing/setting.js';
import type { Setting } from '../drawing/setting.js';
import { witnessOf } from './witness.js';

/** The analyses of all scopes by scope; what a call activity calls counts as its inside. */
export interface Analyses {
  of(scopeId: string): ScopeAnalysis | undefined;
  inside(node: FlowNode): ScopeAnalysis | undefined;
}

/**
 * Acts within a scope as acts of the whole flow, from its start. `blocked` when a sub-process on the way never completes
 * (which is told there), `contradiction` when the conditions on the way cannot hold together.
 */
export function counterexampleOf(
  analysis: ScopeAnalysis,
  acts: readonly Act[],
  elementId: string,
  analyses: Analyses,
): Counterexample | 'blocked' | 'contradiction' {
  const found = play(analysis, acts, elementId, new Player(analyses, true));
  // where what lies inside cannot wait for what happens outside, it is told as if every activity took its time
  return typeof found === 'string' ? play(analysis, acts, elementId, new Player(analyses, false)) : found;
}

function play(
  analysis: ScopeAnalysis,
  acts: readonly Act[],
  elementId: string,
  player: Player,
): Counterexample | 'blocked' | 'contradiction' {
  const before = player.wayInto(analysis);
  const inside = player.play(analysis, acts);
  if (player.blocked) return 'blocked';
  if (before === null || inside === null) return 'contradiction';
  const around = before.at(-1)?.tokens ?? hostsOf(analysis.setting);
  const played = [...before, ...inside.map((each) => ({ ...each, tokens: [...around, ...each.tokens] }))];
  const witness = witnessOf(played);
  if (witness === null) return 'contradiction';
  const steps = played.flatMap(({ act, tokens }, at): readonly TraceStep[] => {
    const variables = witness.byAct[at] ?? {};
    if (act.act === 'join') return [];
    return [{ ...act, act: act.act, ...(Object.keys(variables).length > 0 && { variables }), tokens }];
  });
  return { elementId, variables: witness.initial, steps };
}

/** The activities around a scope, outermost first: what stands when it starts by itself. */
const hostsOf = ({ host, around }: Setting): readonly string[] =>
  host === null || around === null ? [] : [...hostsOf(around), host.id];

/** Deeper than this nobody follows an example; it also stops processes that call themselves. */
const MOST_DEPTH = 40;
/** Scopes played in one example: two calls in each of forty processes would be a billion. */
const MOST_PLAYS = 1_000;

class Player {
  /** something inside cannot come to the end that it is to come to */
  blocked = false;
  private depth = 0;
  private plays = 0;

  /** @param waits what lies inside an activity rests there for as long as others act */
  constructor(
    private readonly analyses: Analyses,
    private readonly waits: boolean,
  ) {}

  /** The acts after which a scope starts. */
  wayInto({ setting }: ScopeAnalysis): readonly Played[] | null {
    if (setting.around === null || setting.host === null) return [];
    const around = this.analyses.of(setting.around.scope.id);
    if (around === undefined || around.net === null) return null;
    const before = this.wayInto(around);
    const inside =
      setting.kind === 'event' ? this.toHandler(around, setting.host.id) : this.to(around, setting.host.id);
    return before === null || inside === null ? null : [...before, ...inside];
  }

  /** The acts after which an activity begins: the shortest, or, where the conditions are against those, others. */
  private to(around: ScopeAnalysis, host: string): readonly Played[] | null {
    const acts = around.wayTo(host);
    if (acts === null) return null;
    const played = this.play(around, acts, { into: host });
    // where it begins by itself, nothing is played that could tell where tokens stand
    if (played?.at(-1)?.tokens.includes(host) !== false) return played;
    const others = around.net === null ? null : wayByConditions(around.net, host);
    return others === null ? null : this.play(around, others, { into: host });
  }

  /** An event sub-process starts when its event comes: from outside at any time, else when something inside throws it. */
  private toHandler(around: ScopeAnalysis, id: string): readonly Played[] | null {
    const acts = this.wayToHandler(around, id);
    return acts === null ? null : this.play(around, acts, { into: id });
  }

  private wayToHandler({ setting, wayOut }: ScopeAnalysis, id: string): readonly Act[] | null {
    const handler = setting.index.nodes.get(id);
    const triggers = handler?.kind === 'subProcess' ? (startOf(handler)?.triggers ?? []) : [];
    for (const trigger of triggers)
      if (trigger.kind === 'error' || trigger.kind === 'escalation')
        return wayOut({ kind: trigger.kind, code: trigger.code });
    return [];
  }

  /**
   * @param into an activity whose inside is told elsewhere
   * @param runOut the scope is to be over afterwards, with all that runs beside what is told
   */
  play(
    analysis: ScopeAnalysis,
    acts: readonly Act[],
    { into = null, runOut = false }: { readonly into?: string | null; readonly runOut?: boolean } = {},
  ): readonly Played[] | null {
    this.plays++;
    if (analysis.net === null || this.depth > MOST_DEPTH || this.plays > MOST_PLAYS) return null;
    const seen = replay(analysis.net, acts, runOut);
    if (seen === null) return null;
    this.depth++;
    const all = this.withInside(analysis, seen, into);
    this.depth--;
    return all;
  }

  /** Choices inside an activity are made when it begins, what people do there is done just before it is over. */
  private withInside(analysis: ScopeAnalysis, { first, played }: Replay, into: string | null): readonly Played[] {
    const standing = [first, ...played.map(({ tokens }) => tokens)];
    const early: Played[][] = standing.map(() => []);
    const late = played.map(({ act }, at): readonly Played[] => {
      const host = this.hostOf(analysis, act);
      if (host === null) return [];
      const began = beginningOf(host, standing, played, at);
      const inside = this.inside(analysis, act, this.waits && began < at);
      if (inside === null && standing[at + 1]?.includes(host) === false)
        early[began]?.push(...this.rest(analysis, host));
      if (inside === null || began === at || !this.waits) return inside ?? [];
      const choices = inside.findIndex((each) => each.act.act !== 'choice' && each.act.act !== 'join');
      early[began]?.push(...inside.slice(0, choices === -1 ? inside.length : choices));
      return choices === -1 ? [] : inside.slice(choices);
    });
    for (const host of new Set(standing.at(-1)))
      if (host !== into) early[beginningOf(host, standing, played, played.length)]?.push(...this.rest(analysis, host));
    return standing.flatMap((tokens, at): readonly Played[] => {
      const chosen = (early[at] ?? []).map((each) => ({ ...each, tokens: [...tokens, ...each.tokens] }));
      const own = played[at];
      const inside = late[at] ?? [];
      if (own === undefined || inside.length === 0) return own === undefined ? chosen : [...chosen, own];
      return [
        ...chosen,
        ...inside.map((each, nth) => ({
          ...each,
          tokens: nth === inside.length - 1 ? own.tokens : [...tokens, ...each.tokens],
        })),
      ];
    });
  }

  /** The choices after which something rests inside an activity. */
  private rest(analysis: ScopeAnalysis, host: string): readonly Played[] {
    const node = analysis.setting.index.nodes.get(host);
    const inner = this.waits && node !== undefined ? this.analyses.inside(node) : undefined;
    const acts = inner?.net == null ? null : restingWay(inner.net, 'rest');
    return inner === undefined || acts === null ? [] : (this.play(inner, acts) ?? []);
  }

  /** The activity with an inside that an act completes or leaves. */
  private hostOf({ setting }: ScopeAnalysis, act: Act): string | null {
    const node = setting.index.nodes.get(act.nodeId);
    const host = node?.kind === 'boundaryEvent' ? setting.index.nodes.get(node.attachedTo) : node;
    return host === undefined || this.analyses.inside(host) === undefined ? null : host.id;
  }

  /** What happens inside an activity for it to complete, or to throw what is caught at its boundary. */
  private inside({ setting }: ScopeAnalysis, act: Act, rests: boolean): readonly Played[] | null {
    const node = setting.index.nodes.get(act.nodeId);
    if (node === undefined) return null;
    const host = node.kind === 'boundaryEvent' ? setting.index.nodes.get(node.attachedTo) : node;
    const inner = host && this.analyses.inside(host);
    if (inner === undefined) return null;
    if (node.kind !== 'boundaryEvent' && act.act === 'complete') return this.out(inner, null, rests);
    const leave = this.leaveOf(inner, (each) =>
      node.kind === 'boundaryEvent' ? catches(node.triggers, each) : each.kind === act.act,
    );
    return leave === undefined ? null : this.out(inner, leave, rests);
  }

  private leaveOf({ outcomes }: ScopeAnalysis, fits: (leave: Leave) => boolean): Leave | undefined {
    return outcomes.map(({ leave }) => leave).find((leave): leave is Leave => leave !== null && fits(leave));
  }

  private out(inner: ScopeAnalysis, leave: Leave | null, rests: boolean): readonly Played[] | null {
    const resting = rests && inner.net !== null ? restingWay(inner.net, leave) : null;
    const acts = resting ?? inner.wayOut(leave);
    if (acts === null) this.blocked = true;
    return acts === null ? null : this.play(inner, acts, { runOut: leave === null });
  }
}

/** When an activity began that stands before an act: the first thing that somebody does after it is asked for. */
function beginningOf(
  host: string,
  standing: readonly (readonly string[])[],
  played: readonly Played[],
  before: number,
): number {
  let at = before;
  while (at > 0 && standing[at - 1]?.includes(host) === true) at--;
  while (at < before && ['choice', 'join'].includes(played[at]?.act.act ?? '')) at++;
  return at;
}
