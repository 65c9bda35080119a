import path from 'node:path';
import { fail, ok, readCalendar, readScenarios } from '@chengban/domain';
import type { Calendar, Refusal, Result, Scenario } from '@chengban/domain';
import { parseText } from './parse-text.js';
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

export async function readScript(file: string): Promise<Result<readonly Scenario[], Refusal>> {
  const bytes = await readInputFile(file, MAX_SCRIPT_BYTES);
  if (!bytes.ok) return fail(bytes.error);
  const { scenarios, problems } = readScenarios(parseText(bytes.value.toString('utf8')));
  if (problems.length === 0) return ok(scenarios);
  return fail({
    code: 'bad-scenarios',
    message: `场景文件 ${file} 写得不对：${problems.slice(0, 10).join('；')}。`,
    cure: '写法请看 workflows/README.md，例子在各流程的 scenarios.yaml 里。',
  });
}

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
