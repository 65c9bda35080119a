import path from 'node:path';
import { fail, ok, readCalendar, readScenarios, unknownPlaces } from '@chengban/domain';
import type { Calendar, CompiledFlow, Refusal, Result, Scenario } from '@chengban/domain';
import { parseText, textProblem } from './parse-text.js';
import { readInputFile } from './read-input-file.js';

const MAX_SCRIPT_BYTES = 1024 * 1024;

/** What `flow run` was asked to run: the drawing, and the scenarios, null for a first run without any. */
export interface RunFiles {
  readonly flow: string;
  readonly scenarios: string | null;
}

/** `flow run scenarios.yaml` means the workflow.bpmn beside it. */
export function runFiles(file: string, script: string | undefined): RunFiles {
  if (/\.(ya?ml|json)$/i.test(file) && script === undefined) {
    return { flow: path.join(path.dirname(file), 'workflow.bpmn'), scenarios: file };
  }
  return { flow: file, scenarios: script ?? null };
}

/** A script for this flow: refused when it is no YAML, says what a script cannot say, or names what the flow has not. */
export async function readScript(file: string, flow: CompiledFlow): Promise<Result<readonly Scenario[], Refusal>> {
  const bytes = await readInputFile(file, MAX_SCRIPT_BYTES);
  if (!bytes.ok) return fail(bytes.error);
  const text = bytes.value.toString('utf8');
  const slip = textProblem(text);
  if (slip !== null) return fail(badScript(file, [slip]));
  const { scenarios, problems } = readScenarios(parseText(text));
  if (problems.length > 0) return fail(badScript(file, problems));
  const nowhere = unknownPlaces(flow, scenarios);
  return nowhere.length > 0 ? fail(badScript(file, nowhere)) : ok(scenarios);
}

const badScript = (file: string, problems: readonly string[]): Refusal => ({
  code: 'bad-scenarios',
  message: `场景文件 ${file} 写得不对：\n${problems
    .slice(0, 10)
    .map((problem) => `  ${problem}。\n`)
    .join('')}`,
  cure: '写法请看 workflows/README.md，例子在各流程的 scenarios.yaml 里。',
});

/** A city's own holidays; null when none are given, and the yearly notices alone count. */
export async function readCalendarFile(file: string | undefined): Promise<Result<Calendar | null, Refusal>> {
  if (file === undefined) return ok(null);
  const bytes = await readInputFile(file, MAX_SCRIPT_BYTES);
  if (!bytes.ok) return fail(bytes.error);
  const calendar = readCalendar(parseText(bytes.value.toString('utf8')));
  if (calendar.ok) return calendar;
  const message = `工作日历 ${file} 写得不对：${calendar.error.map((finding) => finding.message).join('')}`;
  return fail({ code: 'bad-calendar', message, cure: calendar.error[0]?.cure ?? '' });
}
