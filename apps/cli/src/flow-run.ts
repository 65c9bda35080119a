import { existsSync } from 'node:fs';
import path from 'node:path';
import { coverageOf, hasErrors, loadWorkflow, runScenario } from '@chengban/domain';
import type { CompiledFlow, Scenario, ScenarioReport } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { findingLines, readFlowFile } from './read-flow-file.js';
import type { FlowFile } from './read-flow-file.js';
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
  const { findings } = read.value;
  const compiled = read.value.kind === 'flow' ? toPlay(read.value, scenarios) : null;
  if (compiled === null) {
    console.log(json ? JSON.stringify({ findings }, null, 2) : findingLines(findings).join('\n'));
    return read.value.kind === 'unreadable' ? EXIT.unusable : EXIT.findings;
  }
  const calendar = await readCalendarFile(options.calendar);
  if (!calendar.ok) return reportRefusal(calendar.error, json);
  const beside = path.join(path.dirname(flow), 'scenarios.yaml');
  const script = scenarios ?? (existsSync(beside) ? beside : null);
  const list = script === null ? null : await readScript(script, compiled);
  if (list?.ok === false) return reportRefusal(list.error, json);
  const workflow = { ...loadWorkflow(compiled), ...(calendar.value && { calendar: calendar.value }) };
  const reports = list === null ? [firstRun(workflow)] : list.value.map((each) => runScenario(workflow, each));
  print(compiled, reports, { json, covers: list !== null });
  if (hasErrors(findings) && !json) console.log([...findingLines(findings), '这个流程还不能发布。'].join('\n'));
  return reports.every((report) => report.passed) && !hasErrors(findings) ? EXIT.good : EXIT.findings;
}

/** A flow that runs into trouble may still be played by a script that is named: that is how a counterexample is looked at. */
const toPlay = (flow: Extract<FlowFile, { kind: 'flow' }>, script: string | null): CompiledFlow | null =>
  script === null ? flow.compiled : flow.playable;

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
