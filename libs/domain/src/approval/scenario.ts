import type { Json, JsonObject } from '../shared/json.js';

/** One step of a scenario: who does what at which node, and what must be true afterwards. */
export interface ScenarioStep {
  /** node id of the task, or of the timer that fires */
  readonly at: string;
  readonly do: 'claim' | 'release' | 'save' | 'submit' | 'approve' | 'return' | 'timer';
  /** who acts; everyone named in the scenario is a candidate of every task unless `candidates` says otherwise */
  readonly as?: string;
  readonly form?: JsonObject;
  readonly reason?: string;
  /** code of the refusal that is expected; nothing changes */
  readonly refused?: string;
  /** node ids where tokens rest afterwards */
  readonly then?: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly variables?: JsonObject;
  readonly steps: readonly ScenarioStep[];
  /** outcome of the instance; absent when it is still under way */
  readonly ends?: string;
  /** nodes that must have been passed, in any order */
  readonly passes?: readonly string[];
}

/** Reads parsed YAML or JSON; the list of what is wrong with it when it is no list of scenarios. */
export function readScenarios(value: Json): {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly string[];
} {
  const list = isObject(value) ? value['scenarios'] : null;
  if (!Array.isArray(list)) return { scenarios: [], problems: ['缺少 scenarios 列表'] };
  const problems = list.flatMap((each: Json, at) =>
    problemsOf(each).map((problem) => `第 ${at + 1} 个场景：${problem}`),
  );
  return problems.length > 0 ? { scenarios: [], problems } : { scenarios: list as unknown as Scenario[], problems };
}

const VERBS = ['claim', 'release', 'save', 'submit', 'approve', 'return', 'timer'];

function problemsOf(scenario: Json): readonly string[] {
  if (!isObject(scenario)) return ['不是一个对象'];
  const { name, steps } = scenario;
  if (typeof name !== 'string') return ['没有 name'];
  if (!Array.isArray(steps)) return ['没有 steps'];
  return steps.flatMap((step: Json, at) => {
    if (!isObject(step)) return [`第 ${at + 1} 步不是一个对象`];
    if (typeof step['at'] !== 'string') return [`第 ${at + 1} 步没有 at`];
    return VERBS.includes(String(step['do'])) ? [] : [`第 ${at + 1} 步的 do 只能是 ${VERBS.join('、')}`];
  });
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
