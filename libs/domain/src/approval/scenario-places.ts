import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { Scenario, ScenarioStep } from './scenario.js';

/** Nodes that scenarios name and the flow does not have, in words with the nearest name it has; empty when all are there. */
export function unknownPlaces({ nodes, scopes }: CompiledFlow, scenarios: readonly Scenario[]): readonly string[] {
  const known = Object.keys(nodes);
  const missing = (ids: readonly (string | undefined)[]): readonly string[] =>
    [...new Set(ids)].filter((id) => id !== undefined && !Object.hasOwn(nodes, id)) as readonly string[];
  return scenarios.flatMap(({ name, steps, at, process, passes = [], people = {} }) => [
    ...missing([at, ...passes, ...Object.keys(people)]).map((id) => `场景“${name}”：${nowhere(id, known)}`),
    ...(process === undefined || Object.hasOwn(scopes, process) ? [] : [`场景“${name}”：文件里没有流程“${process}”`]),
    ...steps.flatMap((step, index) =>
      missing(placesIn(step)).map((id) => `场景“${name}”第 ${index + 1} 步：${nowhere(id, known)}`),
    ),
  ]);
}

const placesIn = (step: ScenarioStep): readonly (string | undefined)[] => [
  'at' in step ? step.at : undefined,
  ...(step.do === 'return' && 'to' in step ? [step.to] : []),
  ...('chosen' in step ? Object.keys(step.chosen ?? {}) : []),
  ...(step.then ?? []),
  ...(step.fires ?? []),
];

function nowhere(id: string, known: readonly string[]): string {
  const [nearest] = known
    .map((each) => ({ each, far: distance(id, each) }))
    .filter(({ each, far }) => far <= Math.ceil(each.length / 3))
    .sort((a, b) => a.far - b.far);
  return `流程图上没有节点“${id.slice(0, 60)}”${nearest === undefined ? '' : `，是不是“${nearest.each}”`}`;
}

/** Levenshtein's: letters to add, drop or change. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 20 || a.length > 60) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
