import { existsSync } from 'node:fs';
import path from 'node:path';
import { coverageOf, loadWorkflow, runScenario } from '@chengban/domain';
import type { CompiledFlow, Scenario, ScenarioReport } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { findingLines, readFlowFile } from './read-flow-file.js';
import { readCalendarFile, readScript, runFiles } from './read-script.js';
import { reportRefusal } from './report-refusal.js';
import { coverageLines, reportJson, reportLines, resultLine } from './run-lines.js';

interface Options {
  readonly json?: boolean;
  readonly script?: string;
  readonly scenarios?: string;
  readonly calendar?: string;
}

/**
 * Plays scenarios on a clock of their own and prints what happened; without any, runs the flow to the first places where
 * it waits. Exit 0 when all come out as written, 1 when one does not or the flow has errors, 2 when a file is of no use.
 */
export async function flowRun(file: string, options: Options): Promise<ExitCode> {
  const { json = false } = options;
  const { flow, scenarios } = runFiles(file, options.script ?? options.scenarios);
  const read = await readFlowFile(flow);
  if (!read.ok) return reportRefusal(read.error, json);
  if (read.value.kind === 'unreadable' || read.value.compiled === null) {
    const { findings } = read.value;
    console.log(json ? JSON.stringify({ findings }, null, 2) : findingLines(findings).join('\n'));
    return read.value.kind === 'unreadable' ? EXIT.unusable : EXIT.findings;
  }
  const calendar = await readCalendarFile(options.calendar);
  if (!calendar.ok) return reportRefusal(calendar.error, json);
  const beside = path.join(path.dirname(flow), 'scenarios.yaml');
  const script = scenarios ?? (existsSync(beside) ? beside : null);
  const list = script === null ? null : await readScript(script, read.value.compiled);
  if (list?.ok === false) return reportRefusal(list.error, json);
  const { compiled } = read.value;
  const workflow = { ...loadWorkflow(compiled), ...(calendar.value && { calendar: calendar.value }) };
  const reports = list === null ? [firstRun(workflow)] : list.value.map((each) => runScenario(workflow, each));
  print(compiled, reports, { json, covers: list !== null });
  return reports.every((report) => report.passed) ? EXIT.good : EXIT.findings;
}

/** Until it first waits; from a start event that waits for something, when there is no other. */
function firstRun(workflow: Parameters<typeof runScenario>[0]): ScenarioReport {
  const { compiled } = workflow;
  const { starts, triggered = [] } = compiled.scopes[compiled.processId] ?? { starts: [] };
  const [event] = starts.length > 0 ? [] : triggered;
  const scenario: Scenario = { name: '试跑到第一次等待', steps: [], ...(event !== undefined && { at: event }) };
  const report = runScenario(workflow, scenario);
  return report.outcome === null ? report : { ...report, passed: true, problems: [] };
}

function print(
  compiled: CompiledFlow,
  reports: readonly ScenarioReport[],
  { json, covers }: { readonly json: boolean; readonly covers: boolean },
): void {
  const coverage = coverageOf(compiled, reports);
  if (json) console.log(JSON.stringify({ reports: reports.map(reportJson), ...(covers && { coverage }) }, null, 2));
  else
    console.log(
      [
        ...reports.flatMap(reportLines),
        ...(covers ? [resultLine(reports), ...coverageLines(coverage, compiled)] : []),
      ].join('\n'),
    );
}
