import { instantOf } from '../expressions/iso-time.js';
import { firstDue } from '../run/timer-due.js';
import type { Instant } from '../shared/instant.js';
import type { Refusal } from '../shared/refusal.js';
import { startInstance } from '../run/start-instance.js';
import type { StartAt } from '../run/start-instance.js';
import type { JobResult, Token } from '../run/marking.js';
import type { Workflow } from '../run/workflow.js';
import { isPersonStep, personOf } from './scenario.js';
import type { Scenario, ScenarioStep, WorldStep } from './scenario.js';
import { actIn } from './scenario-act.js';
import { castOf } from './scenario-cast.js';
import { surpriseIn } from './scenario-surprise.js';
import { traceOf } from './scenario-trace.js';
import type { TraceLine } from './scenario-trace.js';
import { ScenarioWorld } from './scenario-world.js';

export interface ScenarioReport {
  readonly name: string;
  readonly passed: boolean;
  /** what happened, in order, each with the clock's reading */
  readonly trace: readonly TraceLine[];
  /** what was expected and did not happen */
  readonly problems: readonly string[];
  readonly outcome: string | null;
  /** ids of the nodes and flows that a token passed */
  readonly covered: readonly string[];
}

/** A Tuesday of a year whose holidays are known. */
const DEFAULT_START = '2024-01-02T09:00';

/** Plays a scenario through the same acts that people use, every step through JSON. Pure; stops at the first surprise. */
export function runScenario(workflow: Workflow, scenario: Scenario): ScenarioReport {
  const now = instantOf(scenario.starts ?? DEFAULT_START) as Instant;
  const trace: TraceLine[] = [];
  const covered = new Set<string>();
  const report = (problems: readonly string[], outcome: string | null): ScenarioReport => ({
    name: scenario.name,
    passed: problems.length === 0,
    trace,
    problems,
    outcome,
    covered: [...covered],
  });
  const hash = workflow.definitionHash ?? 'scenario';
  const started = startInstance(workflow, scenario.variables ?? {}, now, hash, startOf(scenario));
  if (!started.ok) return report([`启动不了：${started.error.message}`], null);
  const world = new ScenarioWorld(workflow, castOf(scenario), started.value, { now, startedBy: starterOf(scenario) });
  const told = (number: number, step: ScenarioStep | null, refused: Refusal | null): string | null => {
    for (const { effects } of world.happened) {
      for (const effect of effects) if (effect.type === 'pass') covered.add(effect.elementId);
    }
    trace.push(...traceOf(world, number, step, refused));
    const surprise = surpriseIn(world, step, refused);
    world.happened = [];
    return surprise;
  };
  const early = told(0, null, null);
  if (early !== null) return report([`启动时：${early}`], world.marking.outcome);
  for (const [at, step] of scenario.steps.entries()) {
    const refused = isPersonStep(step) ? actIn(world, step) : happen(world, step);
    const surprise = told(at + 1, step, refused);
    if (surprise !== null) return report([`第 ${at + 1} 步：${surprise.replace(/。$/, '')}`], world.marking.outcome);
  }
  return report(missing(scenario, world), world.marking.outcome);
}

/** Whoever acts first has begun it. */
const starterOf = ({ steps }: Scenario): string | null => {
  const first = steps.find(isPersonStep);
  return first === undefined ? null : personOf(first);
};

const startOf = ({ process, at }: Scenario): StartAt => ({
  ...(process !== undefined && { process }),
  ...(at !== undefined && { nodeId: at }),
});

function happen(world: ScenarioWorld, step: WorldStep): Refusal | null {
  const variables = 'variables' in step ? (step.variables ?? {}) : {};
  switch (step.do) {
    case 'wait':
      return advance(world, 'duration', step.span);
    case 'until':
      return advance(world, 'date', step.date);
    case 'timer':
      return world.advanceToTimer(step.at);
    case 'message':
      return world.send({
        type: 'message',
        name: step.name,
        key: step.key ?? null,
        ...(step.at !== undefined && { nodeId: step.at }),
        variables,
      });
    case 'signal':
      return world.send({ type: 'signal', name: step.name, variables });
    case 'complete':
      return world.send({ type: 'complete', nodeId: step.at, ...tokenFor(world, step), variables });
    case 'job':
      return world.send({ type: 'job', nodeId: step.at, ...tokenFor(world, step), result: answer(step) });
    case 'retry':
      return world.send({ type: 'retry', nodeId: step.at, ...stoppedFor(world, step), variables });
    case 'change':
      return world.send({ type: 'change', variables });
    case 'terminate':
      return world.send({ type: 'terminate', outcome: step.outcome });
  }
}

function advance(world: ScenarioWorld, kind: 'duration' | 'date', text: string): Refusal | null {
  const due = firstDue({ kind, text }, world.now, {}, world.workflow.calendar);
  return due.ok ? world.advanceTo(due.value.dueAt) : { code: 'bad-time', message: `${due.error}。` };
}

interface Place {
  readonly at: string;
  readonly for?: string | number;
}

const tokenFor = (world: ScenarioWorld, step: Place) => named(world.tokenAt(step.at, step.for));

const stoppedFor = (world: ScenarioWorld, step: Place) => named(world.stoppedAt(step.at, step.for));

const named = (token: Token | undefined): { readonly token?: number } =>
  token === undefined ? {} : { token: token.id };

function answer({ result, error, failed }: Extract<WorldStep, { readonly do: 'job' }>): JobResult {
  if (failed !== undefined) return { kind: 'failed', message: failed };
  return error === undefined ? { kind: 'done', variables: result ?? {} } : { kind: 'error', code: error };
}

function missing({ ends, passes }: Scenario, { marking }: ScenarioWorld): readonly string[] {
  const { outcome, visited } = marking;
  const problems: string[] = [];
  if ((ends ?? null) !== outcome) {
    const should = ends === undefined ? '还没有结束' : `以“${ends}”结束`;
    problems.push(`应当${should}，实际${outcome === null ? '没有结束' : `以“${outcome}”结束`}`);
  }
  for (const id of passes ?? []) if (!visited.includes(id)) problems.push(`应当经过“${id}”，没有经过`);
  return problems;
}
