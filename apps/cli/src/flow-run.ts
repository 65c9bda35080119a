import path from 'node:path';
import { loadWorkflow, readScenarios, runScenario } from '@chengban/domain';
import type { Json, Refusal } from '@chengban/domain';
import { parse } from 'yaml';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { findingLines, readFlowFile } from './read-flow-file.js';
import { readInputFile } from './read-input-file.js';
import { reportRefusal } from './report-refusal.js';

const MAX_SCENARIO_BYTES = 1024 * 1024;

/** Plays every scenario. Exit 0 when all pass, 1 when one does not or the flow has errors, 2 when a file is of no use. */
export async function flowRun(
  file: string,
  { json = false, scenarios }: { json?: boolean; scenarios?: string },
): Promise<ExitCode> {
  const read = await readFlowFile(file);
  if (!read.ok) return reportRefusal(read.error, json);
  if (read.value.kind === 'unreadable' || read.value.compiled === null) {
    const { findings } = read.value;
    console.log(json ? JSON.stringify({ findings }, null, 2) : findingLines(findings).join('\n'));
    return read.value.kind === 'unreadable' ? EXIT.unusable : EXIT.findings;
  }
  const scenarioFile = scenarios ?? path.join(path.dirname(file), 'scenarios.yaml');
  const bytes = await readInputFile(scenarioFile, MAX_SCENARIO_BYTES);
  if (!bytes.ok) return reportRefusal(bytes.error, json);
  const list = readScenarios(parseYaml(bytes.value.toString('utf8')));
  if (list.problems.length > 0) return reportRefusal(badScenarios(scenarioFile, list.problems), json);
  const workflow = loadWorkflow(read.value.compiled);
  const reports = list.scenarios.map((scenario) => runScenario(workflow, scenario));
  if (json) console.log(JSON.stringify({ reports }, null, 2));
  else {
    for (const { name, passed, lines, problems } of reports) {
      console.log(
        [`${passed ? '通过' : '不通过'} ${name}`, ...[...lines, ...problems].map((line) => `  ${line}`)].join('\n'),
      );
    }
  }
  return reports.every((report) => report.passed) ? EXIT.good : EXIT.findings;
}

/** Broken YAML reads as nothing, which is no list of scenarios. */
function parseYaml(text: string): Json {
  try {
    return (parse(text) ?? null) as Json;
  } catch {
    return null;
  }
}

const badScenarios = (file: string, problems: readonly string[]): Refusal => ({
  code: 'bad-scenarios',
  message: `场景文件 ${file} 写得不对：${problems.join('；')}。`,
  cure: '写法请看 workflows/ 里各流程的 scenarios.yaml。',
});
