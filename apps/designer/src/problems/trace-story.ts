import { scenarioOf, soundness, type Finding, type FlowModel, type JsonObject, type TraceStep } from '@chengban/domain';

/** One picture of the play: what just happened, and where the flow stands then. */
export interface Scene {
  text: string;
  /** the element that acted; for a choice also the line that was taken */
  acts: readonly string[];
  /** nodes that hold a token afterwards */
  stands: readonly string[];
}

const WORDS: Readonly<Record<Exclude<TraceStep['act'], 'complete' | 'choice'>, string>> = {
  timer: '到了时间',
  message: '收到消息',
  signal: '收到信号',
  condition: '的条件成立',
  error: '出了异常',
  escalation: '上报',
  cancel: '取消',
};

/** The way to a trouble as scenes: the start, one for each act, and what is wrong at the end. */
export function scenesOf(finding: Finding, nameOf: (id: string) => string): Scene[] {
  const trace = finding.trace ?? [];
  const acts = trace.map((step): Scene => ({
    text: `${wordsOf(step, nameOf)}${valuesOf(step.variables)}`,
    acts: [step.nodeId, ...(step.choice ? [step.choice] : [])],
    stands: [...new Set(step.tokens)],
  }));
  const last = acts.at(-1);
  const at = finding.at?.elementId;
  return [
    { text: '流程开始。', acts: [], stands: [] },
    ...acts,
    { text: finding.message, acts: at ? [at] : [], stands: last?.stands ?? [] },
  ];
}

function wordsOf({ act, nodeId, choice }: TraceStep, nameOf: (id: string) => string): string {
  const node = `“${nameOf(nodeId)}”`;
  if (act === 'complete') return `办完${node}`;
  if (act === 'choice') return `${node}走${choice ? `“${nameOf(choice)}”` : '其中一条线'}`;
  return `${node}${WORDS[act]}`;
}

const valuesOf = (variables: JsonObject | undefined): string => {
  const values = Object.entries(variables ?? {}).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return values.length > 0 ? `，其中 ${values.join('、')}` : '';
};

/**
 * The same way as a file for `chengban flow run --scenarios`: JSON, which is YAML as well. The values to start with are
 * those that the search found; a finding carries its acts only.
 */
export function scenarioFile(model: FlowModel, finding: Finding): string {
  const steps = finding.trace ?? [];
  const elementId = finding.at?.elementId ?? '';
  const found = soundness(model)
    .scopes.flatMap(({ troubles }) => troubles)
    .find(({ counterexample }) => JSON.stringify(counterexample.steps) === JSON.stringify(steps));
  const variables = found?.counterexample.variables ?? {};
  const scenario = scenarioOf(model, finding.message, { elementId, variables, steps });
  return `${JSON.stringify({ scenarios: [scenario] }, null, 2)}\n`;
}
