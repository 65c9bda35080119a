import type { CompiledFlow, Coverage, ScenarioReport, TraceLine } from '@chengban/domain';

/** `2024-11-07 17:30` in Shanghai. */
const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** A scenario as a person reads it: the clock's reading, the number of the step where one begins, what happened. */
export const reportLines = ({ name, passed, trace, problems }: ScenarioReport): readonly string[] => [
  `${passed ? '通过' : '不通过'} ${name}`,
  ...trace.map((line, at) => `  ${clock(line.at)}  ${numbered(line, trace[at - 1])}`),
  ...problems.map((problem) => `  ！${problem.replace(/。$/, '')}。`),
];

const numbered = ({ step, text }: TraceLine, before: TraceLine | undefined): string =>
  step > 0 && before?.step !== step ? `${step}. ${text}` : `   ${text}`;

/** How many came out as written. */
export function resultLine(reports: readonly ScenarioReport[]): string {
  const failed = reports.filter(({ passed }) => !passed).length;
  return failed === 0 ? `${reports.length} 个场景，全部通过。` : `${reports.length} 个场景，${failed} 个不通过。`;
}

/** What all scenarios together pass, and what none does. */
export function coverageLines({ nodes, flows }: Coverage, compiled: CompiledFlow): readonly string[] {
  const node = (id: string): string => called(id, compiled.nodes[id]?.name);
  const flow = (id: string): string => called(id, compiled.flows[id]?.name);
  return [
    `场景一共经过 ${nodes.passed}/${nodes.total} 个节点、${flows.passed}/${flows.total} 条连线。`,
    ...(nodes.missing.length > 0 ? [`没有经过的节点：${nodes.missing.map(node).join('、')}。`] : []),
    ...(flows.missing.length > 0 ? [`没有经过的连线：${flows.missing.map(flow).join('、')}。`] : []),
  ];
}

const called = (id: string, name: string | undefined): string => (name ? `${name}（${id}）` : id);

/** The same for a program: instants as ISO text. */
export const reportJson = ({ name, passed, problems, outcome, trace }: ScenarioReport) => ({
  name,
  passed,
  problems,
  outcome,
  trace: trace.map((line) => ({ ...line, at: new Date(line.at).toISOString() })),
});
