import type { FlowModel, FlowNode } from '../../bpmn/model.js';
import { awaitsMessages, channelsOf } from './exchange/channels.js';
import { judgeExchange } from './exchange/judge-exchange.js';
import type { ScopeInExchange } from './exchange/judge-exchange.js';
import { counterexampleOf } from './counterexample/playing.js';
import type { Analyses } from './counterexample/playing.js';
import type {
  ScopeSoundness,
  SoundnessProperties,
  SoundnessReport,
  SoundnessTrouble,
  UnknownReason,
} from './report.js';
import { analyseScope } from './scope-analysis.js';
import type { FoundTrouble } from './counterexample/confirmed.js';
import type { ScopeAnalysis } from './scope-analysis.js';
import {
  boundariesOf,
  comesFromOutside,
  eventSubProcesses,
  handlerOf,
  isInFlow,
  settingsOf,
  startOf,
} from './drawing/setting.js';
import type { Outcome, Setting } from './drawing/setting.js';

const known = new WeakMap<FlowModel, SoundnessReport>();

/**
 * Whether the flow can go wrong by its shape: every run of every scope with free choices, sub-processes and structured
 * pieces each by themselves, so that what runs at the same time is never multiplied. What it finds is confirmed by
 * playing it, with conditions that hold together. Pure; the same model gives the same report, looked up the second time.
 */
export function soundness(model: FlowModel): SoundnessReport {
  let report = known.get(model);
  if (report === undefined) known.set(model, (report = judge(model)));
  return report;
}

function judge(model: FlowModel): SoundnessReport {
  const analysed = new Analysed(model);
  const channels = channelsOf(model);
  const exchange = judgeExchange(model, channels, analysed.settings, analysed);
  const scopes = analysed.settings.map((setting) => {
    const analysis = analysed.analyse(setting);
    const played = exchange?.scopes.get(setting.scope.id);
    if (played !== undefined) return reportOf(analysis, inExchange(setting, played));
    if (!isReached(setting, analysed)) return unreached(analysis);
    return reportOf(
      analysis,
      byItself(analysis, analysed, exchange === null && awaitsMessages(setting.scope, channels)),
    );
  });
  const properties: SoundnessProperties = {
    optionToComplete: together(scopes.map((scope) => scope.properties.optionToComplete)),
    properCompletion: together(scopes.map((scope) => scope.properties.properCompletion)),
    noDeadNode: together(scopes.map((scope) => scope.properties.noDeadNode)),
    noSecondToken: together(scopes.map((scope) => scope.properties.noSecondToken)),
  };
  return { verdict: verdictOf(properties), properties, scopes, leftMessages: exchange?.left ?? null };
}

/** Analyses each scope once, inside first; a process that calls itself counts as completing. */
class Analysed implements Analyses {
  readonly settings: readonly Setting[];
  private readonly done = new Map<string, ScopeAnalysis>();
  private readonly underWay = new Set<string>();

  constructor(private readonly model: FlowModel) {
    this.settings = settingsOf(model);
    for (const setting of [...this.settings].reverse()) this.analyse(setting);
  }

  of = (scopeId: string): ScopeAnalysis | undefined => this.done.get(scopeId);

  inside = (node: FlowNode): ScopeAnalysis | undefined => {
    if (node.kind === 'subProcess') return this.done.get(node.scope.id);
    if (node.kind !== 'callActivity' || node.called === null) return undefined;
    const called = this.calledScope(node.called);
    return called === undefined ? undefined : this.done.get(called);
  };

  analyse(setting: Setting): ScopeAnalysis {
    const { id } = setting.scope;
    let analysis = this.done.get(id);
    if (analysis === undefined) {
      this.underWay.add(id);
      analysis = analyseScope(setting, (node) => this.outcomes(node), isRescued(setting));
      this.underWay.delete(id);
      this.done.set(id, analysis);
    }
    return analysis;
  }

  private outcomes(node: FlowNode): readonly Outcome[] | null {
    const scopeId =
      node.kind === 'subProcess'
        ? node.scope.id
        : node.kind === 'callActivity'
          ? this.calledScope(node.called)
          : undefined;
    const setting = this.settings.find((each) => each.scope.id === scopeId);
    if (setting === undefined || this.underWay.has(setting.scope.id)) return null;
    const outcomes = this.withHandlers(this.analyse(setting));
    const repeated = 'loop' in node && node.loop?.kind === 'multiInstance';
    // an empty collection completes at once
    return repeated ? [...outcomes, { leave: null, told: new Set() }] : outcomes;
  }

  private calledScope(called: string | null): string | undefined {
    if (called === this.model.processId) return this.model.root.id;
    return this.model.others.find((each) => each.id === called)?.root.id;
  }

  /** Event sub-processes take up what is thrown in the scope, and bring what comes of themselves. */
  private withHandlers({ outcomes, setting }: ScopeAnalysis): readonly Outcome[] {
    const handlers = eventSubProcesses(setting);
    if (handlers.length === 0) return outcomes;
    const of = (handler: { readonly scope: { readonly id: string } }): readonly Outcome[] =>
      this.done.get(handler.scope.id)?.outcomes ?? [{ leave: null, told: new Set() }];
    const thrown = outcomes.flatMap((outcome) => {
      const handler = outcome.leave === null ? undefined : handlerOf(setting, outcome.leave);
      return handler === undefined ? [outcome] : of(handler);
    });
    const fromOutside = handlers
      .filter((handler) => startOf(handler)?.triggers.some(comesFromOutside))
      .flatMap((handler) =>
        of(handler).filter(({ leave }) => leave !== null || startOf(handler)?.interrupting === true),
      );
    return [...thrown, ...fromOutside];
  }
}

/** An event from outside that ends what runs in the scope, here or further out. */
function isRescued(setting: Setting): boolean {
  const here = eventSubProcesses(setting)
    .map(startOf)
    .some((start) => start?.interrupting === true && start.triggers.some(comesFromOutside));
  if (here) return true;
  if (setting.host === null || setting.around === null) return false;
  const there = boundariesOf(setting.host, setting.around).some(
    (event) => event.interrupting && event.triggers.some(comesFromOutside),
  );
  return there || isRescued(setting.around);
}

/** Inside a sub-process that no run reaches nothing happens, so nothing goes wrong. */
function isReached({ host, around }: Setting, analyses: Analyses): boolean {
  if (host === null || around === null) return true;
  const comes = !isInFlow(host) || analyses.of(around.scope.id)?.reaches(host.id) !== false;
  return comes && isReached(around, analyses);
}

const unreached = ({ setting }: ScopeAnalysis): ScopeSoundness => ({
  scopeId: setting.scope.id,
  verdict: 'sound',
  properties: { optionToComplete: true, properCompletion: true, noDeadNode: true, noSecondToken: true },
  troubles: [],
  deadNodes: [],
  unknown: null,
});

/** What is known of a scope, before it is put in terms of properties. */
interface Found {
  readonly troubles: readonly SoundnessTrouble[];
  readonly deadNodes: readonly string[];
  readonly unknown: UnknownReason | null;
  /** known apart from the troubles; null: they tell */
  readonly completes: boolean | null;
}

/** Judged as if every message came in its time. */
function byItself(analysis: ScopeAnalysis, analyses: Analyses, awaits: boolean): Found {
  const rescued = isRescued(analysis.setting);
  let unknown: UnknownReason | null = analysis.unknown ?? (awaits ? 'messages' : null);
  const troubles = analysis.troubles.flatMap((found): readonly SoundnessTrouble[] => {
    const counterexample = counterexampleOf(analysis, found.acts, found.elementId, analyses);
    if (counterexample === 'contradiction') unknown ??= 'conditions';
    return typeof counterexample === 'string'
      ? []
      : [{ kind: kindOf(found), counterexample, rescued: rescued && hangs(found) }];
  });
  // behind a place where runs hang everything is unreached: the cause is told there
  const deadNodes = analysis.troubles.some(({ kind }) => kind !== 'end-twice') ? [] : analysis.never;
  const completes = rescued || (awaits && analysis.completes === true) ? null : analysis.completes;
  return { troubles, deadNodes, unknown, completes };
}

function inExchange(setting: Setting, { troubles, never, unknown }: ScopeInExchange): Found {
  const rescued = isRescued(setting);
  const told = troubles.map(({ kind, counterexample }) => ({
    kind,
    counterexample,
    rescued: rescued && (kind === 'stuck' || kind === 'endless'),
  }));
  const deadNodes = troubles.some(({ kind }) => kind !== 'end-twice') ? [] : never;
  return { troubles: told, deadNodes, unknown, completes: null };
}

function reportOf(analysis: ScopeAnalysis, { troubles, deadNodes, unknown, completes }: Found): ScopeSoundness {
  const against = (...kinds: readonly SoundnessTrouble['kind'][]): boolean | null =>
    troubles.some((trouble) => kinds.includes(trouble.kind) && !trouble.rescued)
      ? false
      : unknown === null
        ? true
        : null;
  const properties: SoundnessProperties = {
    optionToComplete: completes ?? against('stuck', 'endless', 'leftover'),
    properCompletion: against('leftover', ...(analysis.setting.kind === 'process' ? ['end-twice' as const] : [])),
    noDeadNode: deadNodes.length > 0 ? false : unknown === null ? true : null,
    noSecondToken: troubles.some((trouble) => sameFlowTwice(trouble, analysis)) ? false : against('second-token'),
  };
  return {
    scopeId: analysis.setting.scope.id,
    verdict: verdictOf(properties),
    properties,
    troubles,
    deadNodes,
    unknown,
  };
}

/** Two tokens that come to an end on its only flow were, one behind the other, on the same way. */
const sameFlowTwice = ({ kind, counterexample }: SoundnessTrouble, { setting }: ScopeAnalysis): boolean =>
  kind === 'end-twice' && setting.index.incoming(counterexample.elementId).length === 1;

/** What goes round by itself leaves no time for a deadline or a message. */
const hangs = ({ kind, spins }: FoundTrouble): boolean => !spins && (kind === 'stuck' || kind === 'endless');

const KINDS = { stuck: 'stuck', endless: 'endless', twice: 'second-token', 'end-twice': 'end-twice' } as const;
const kindOf = ({ kind, afterEnd }: FoundTrouble): SoundnessTrouble['kind'] =>
  kind === 'stuck' && afterEnd ? 'leftover' : KINDS[kind];

function verdictOf(properties: SoundnessProperties): SoundnessReport['verdict'] {
  const all = Object.values(properties) as readonly (boolean | null)[];
  const whole = together(all);
  return whole === null ? 'unknown' : whole ? 'sound' : 'unsound';
}

/** One that fails decides; else one that is not known. */
const together = (all: readonly (boolean | null)[]): boolean | null =>
  all.includes(false) ? false : all.includes(null) ? null : true;
