import type { Coverage, ScenarioReport, TraceLine } from '@chengban/domain';

/** `2024-11-07 17:30` in Shanghai. */
const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** A scenario as a person reads it: the clock's reading, the number of the step where one begins, what happened. */
export const reportLines = ({ name, passed, trace, problems }: ScenarioReport): readonly string[] => [
  `${passed ? '通过' : '不通过'} ${name}`,
  ...trace.map((line, at) => `  ${clock(line.at)}  ${numbered(line, trace[at - 1])}`),
  ...problems.map((problem) => `  ！${problem}。`),
];

const numbered = ({ step, text }: TraceLine, before: TraceLine | undefined): string =>
  step > 0 && before?.step !== step ? `${step}. ${text}` : `   ${text}`;

/** What all scenarios together pass, and what none does. */
export function coverageLines({ nodes, flows }: Coverage): readonly string[] {
  const missing = [...nodes.missing, ...flows.missing];
  const rest = missing.length > 0 ? `，没有经过的：${missing.join('、')}` : '';
  return [`场景一共经过 ${nodes.passed}/${nodes.total} 个节点、${flows.passed}/${flows.total} 条连线${rest}。`];
}

/** The same for a program: instants as ISO text. */
export const reportJson = ({ trace, covered: _, ...report }: ScenarioReport) => ({
  ...report,
  trace: trace.map((line) => ({ ...line, at: new Date(line.at).toISOString() })),
});
