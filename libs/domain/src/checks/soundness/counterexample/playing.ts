import type { FlowNode } from '../../../bpmn/model.js';
import type { TraceStep } from '../../../shared/finding.js';
import type { Act, Leave } from '../graph/graph.js';
import { replay } from './replay.js';
import type { Played } from './replay.js';
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
  const player = new Player(analyses);
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

  constructor(private readonly analyses: Analyses) {}

  /** The acts after which a scope starts. */
  wayInto({ setting }: ScopeAnalysis): readonly Played[] | null {
    if (setting.around === null || setting.host === null) return [];
    const around = this.analyses.of(setting.around.scope.id);
    if (around === undefined || around.net === null) return null;
    const acts = setting.kind === 'event' ? this.wayToHandler(around, setting.host.id) : around.wayTo(setting.host.id);
    if (acts === null) return null;
    const before = this.wayInto(around);
    const inside = this.play(around, acts);
    return before === null || inside === null ? null : [...before, ...inside];
  }

  /** An event sub-process starts when its event comes: from outside at any time, else when something inside throws it. */
  private wayToHandler({ setting, wayOut }: ScopeAnalysis, id: string): readonly Act[] | null {
    const handler = setting.index.nodes.get(id);
    const triggers = handler?.kind === 'subProcess' ? (startOf(handler)?.triggers ?? []) : [];
    for (const trigger of triggers)
      if (trigger.kind === 'error' || trigger.kind === 'escalation')
        return wayOut({ kind: trigger.kind, code: trigger.code });
    return [];
  }

  play(analysis: ScopeAnalysis, acts: readonly Act[]): readonly Played[] | null {
    this.plays++;
    if (analysis.net === null || this.depth > MOST_DEPTH || this.plays > MOST_PLAYS) return null;
    const seen = replay(analysis.net, acts);
    if (seen === null) return null;
    this.depth++;
    let before = seen.first;
    const all = seen.played.flatMap((each) => {
      const inside = this.inside(analysis, each.act);
      const outer = before;
      before = each.tokens;
      if (inside === null || inside.length === 0) return [each];
      return inside.map((inner, at) => ({
        ...inner,
        tokens: at === inside.length - 1 ? each.tokens : [...outer, ...inner.tokens],
      }));
    });
    this.depth--;
    return all;
  }

  /** What happens inside an activity for it to complete, or to throw what is caught at its boundary. */
  private inside({ setting }: ScopeAnalysis, act: Act): readonly Played[] | null {
    const node = setting.index.nodes.get(act.nodeId);
    if (node === undefined) return null;
    const host = node.kind === 'boundaryEvent' ? setting.index.nodes.get(node.attachedTo) : node;
    const inner = host && this.analyses.inside(host);
    if (inner === undefined) return null;
    if (node.kind !== 'boundaryEvent' && act.act === 'complete') return this.out(inner, null);
    const leave = this.leaveOf(inner, (each) =>
      node.kind === 'boundaryEvent' ? catches(node.triggers, each) : each.kind === act.act,
    );
    return leave === undefined ? null : this.out(inner, leave);
  }

  private leaveOf({ outcomes }: ScopeAnalysis, fits: (leave: Leave) => boolean): Leave | undefined {
    return outcomes.map(({ leave }) => leave).find((leave): leave is Leave => leave !== null && fits(leave));
  }

  private out(inner: ScopeAnalysis, leave: Leave | null): readonly Played[] | null {
    const acts = inner.wayOut(leave);
    if (acts === null) this.blocked = true;
    return acts === null ? null : this.play(inner, acts);
  }
}
