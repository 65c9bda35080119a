import type { Refusal } from '../shared/refusal.js';
import type { Marking } from '../run/marking.js';
import { nodeInfo } from '../run/node-info.js';
import { startInstance } from '../run/start-instance.js';
import { step as runStep } from '../run/step.js';
import type { Workflow } from '../run/workflow.js';
import type { Act } from './act.js';
import { perform } from './perform.js';
import type { Scenario, ScenarioStep } from './scenario.js';

export interface ScenarioReport {
  readonly name: string;
  readonly passed: boolean;
  /** one line per step, in Chinese */
  readonly lines: readonly string[];
  /** what was expected and did not happen */
  readonly problems: readonly string[];
  readonly outcome: string | null;
}

interface Play {
  marking: Marking;
  readonly holders: Map<string, string | null>;
  readonly drafters: Set<string>;
}

/** Plays a scenario through the same acts that people use, every step through JSON. Pure; stops at the first surprise. */
export function runScenario(workflow: Workflow, scenario: Scenario): ScenarioReport {
  const lines: string[] = [];
  const report = (problems: readonly string[], outcome: string | null): ScenarioReport => ({
    name: scenario.name,
    passed: problems.length === 0,
    lines,
    problems,
    outcome,
  });
  const started = startInstance(workflow, scenario.variables ?? {}, 0, workflow.definitionHash ?? 'scenario');
  if (!started.ok) return report([`启动不了：${started.error.message}`], null);
  const play: Play = { marking: started.value.marking, holders: new Map(), drafters: new Set() };
  const people = [...new Set(scenario.steps.map((each) => each.as ?? '办理人'))];
  for (const [at, step] of scenario.steps.entries()) {
    const refusal = act(workflow, play, step, people);
    const problem = judgeStep(workflow, play, step, refusal);
    lines.push(
      `${at + 1}. ${say(workflow, step)}${refusal ? `：被拒绝，${refusal.message}` : ` → ${standing(workflow, play.marking)}`}`,
    );
    if (problem !== null) return report([`第 ${at + 1} 步：${problem}`], play.marking.outcome);
  }
  const problems: string[] = [];
  const { outcome, visited } = play.marking;
  if ((scenario.ends ?? null) !== outcome)
    problems.push(
      `应当${scenario.ends ? `以“${scenario.ends}”结束` : '还没有结束'}，实际${outcome ? `以“${outcome}”结束` : '没有结束'}`,
    );
  for (const id of scenario.passes ?? []) if (!visited.includes(id)) problems.push(`应当经过“${id}”，没有经过`);
  return report(problems, outcome);
}

function act(workflow: Workflow, play: Play, step: ScenarioStep, people: readonly string[]): Refusal | null {
  const marking = JSON.parse(JSON.stringify(play.marking)) as Marking;
  if (step.do === 'timer') {
    const fired = runStep(workflow, marking, { type: 'timer', nodeId: step.at }, 0);
    if (!fired.ok) return fired.error;
    play.marking = fired.value.marking;
    return null;
  }
  const personId = step.as ?? '办理人';
  const task = {
    id: step.at,
    nodeId: step.at,
    status: 'open',
    candidateIds: people,
    holderId: play.holders.get(step.at) ?? null,
  } as const;
  const done = perform(
    { workflow, marking, task, actor: { personId }, drafterIds: [...play.drafters], now: 0 },
    toAct(step),
  );
  if (!done.ok) return done.error;
  play.marking = done.value.marking;
  play.holders.set(step.at, done.value.task.status === 'open' ? done.value.task.holderId : null);
  if (step.do === 'save' || step.do === 'submit') play.drafters.add(personId);
  return null;
}

function toAct({ do: verb, form, reason }: ScenarioStep): Act {
  if (verb === 'submit') return { verb, variables: form === undefined ? {} : { form } };
  if (verb === 'approve') return reason === undefined ? { verb } : { verb, opinion: reason };
  if (verb === 'return') return { verb, reason: reason ?? '' };
  if (verb === 'timer') throw new Error('a timer is no act of a person');
  return { verb };
}

function judgeStep(workflow: Workflow, { marking }: Play, step: ScenarioStep, refusal: Refusal | null): string | null {
  if (step.refused !== undefined) {
    if (refusal === null) return `应当被拒绝（${step.refused}），却办成了`;
    return refusal.code === step.refused ? null : `应当因 ${step.refused} 被拒绝，实际是 ${refusal.code}`;
  }
  if (refusal !== null) return `被拒绝（${refusal.code}）：${refusal.message}`;
  if (step.then === undefined) return null;
  const expected = [...step.then].sort().join('、');
  return [...marking.active].sort().join('、') === expected
    ? null
    : `应当停在 ${expected || '结束'}，实际停在 ${standing(workflow, marking)}`;
}

const name = (workflow: Workflow, id: string): string => nodeInfo(workflow, id)?.name ?? id;

function standing(workflow: Workflow, { active, outcome }: Marking): string {
  return outcome === null ? active.map((id) => name(workflow, id)).join('、') : `结束（${outcome}）`;
}

function say(workflow: Workflow, { at, as, do: verb }: ScenarioStep): string {
  const info = nodeInfo(workflow, at);
  const words = {
    claim: '签收',
    release: '退还',
    save: '保存草稿',
    submit: info?.submitLabel ?? '提交',
    approve: info?.approveLabel ?? '通过',
    return: '退回',
    timer: '到期',
  };
  return verb === 'timer' ? `“${name(workflow, at)}”到期` : `${as ?? '办理人'}在“${name(workflow, at)}”${words[verb]}`;
}
