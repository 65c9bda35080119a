import path from 'node:path';
import { checkFlow, compileFlow, compileModel, fail, hasErrors, ok, readBpmn } from '@chengban/domain';
import type { CompiledFlow, Finding, FlowModel, FormDefinition, Refusal, Result } from '@chengban/domain';
import { readInputFile } from './read-input-file.js';
import { parseText } from './parse-text.js';

/** Largest file that is opened; the reader refuses what is over its own, smaller limit with its own words. */
const MAX_FLOW_BYTES = 4 * 1024 * 1024;
const MAX_FORM_BYTES = 1024 * 1024;

/** A file as far as it can be understood. `unreadable` is no flow at all; otherwise there are findings, and perhaps a compiled flow. */
export type FlowFile =
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'flow';
      readonly model: FlowModel;
      readonly findings: readonly Finding[];
      readonly compiled: CompiledFlow | null;
      /** the same where only the runs are at fault: it may be played to see how */
      readonly playable: CompiledFlow | null;
    };

export async function readFlowFile(file: string): Promise<Result<FlowFile, Refusal>> {
  const bytes = await readInputFile(file, MAX_FLOW_BYTES);
  if (!bytes.ok) return fail(bytes.error);
  const model = await readBpmn(bytes.value.toString('utf8'));
  if (!model.ok) return ok({ kind: 'unreadable', findings: model.error });
  const form = await readFormBeside(file, model.value.form);
  if (!form.ok) return form;
  const findings = checkFlow(model.value, form.value === null ? {} : { form: form.value });
  const compiled = hasErrors(findings) ? null : compileFlow(model.value);
  const usable = compiled?.ok ? compiled.value : null;
  const playable = usable ?? (errors(findings).every(isOfRuns) ? compileModel(model.value) : null);
  return ok({ kind: 'flow', model: model.value, findings, compiled: usable, playable });
}

/** What is wrong with how a flow runs, though everything in it can run. */
const OF_RUNS: readonly string[] = ['stuck', 'two-tokens', 'never-reached'];

const isOfRuns = ({ code }: Finding): boolean => OF_RUNS.includes(code);

export const errors = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** The form.json in the flow's folder, when it is the one that the flow names; null when there is none. */
async function readFormBeside(file: string, key: string | null): Promise<Result<FormDefinition | null, Refusal>> {
  const beside = path.join(path.dirname(file), 'form.json');
  const bytes = await readInputFile(beside, MAX_FORM_BYTES);
  if (!bytes.ok) return ok(null);
  const form = parseText(bytes.value.toString('utf8')) as FormDefinition | null;
  if (typeof form?.schema?.properties !== 'object') {
    const cure = '请改正这个表单，或者把流程图移到没有它的文件夹。';
    return fail({ code: 'bad-form', message: `同一文件夹里的表单 ${beside} 写得不对。`, cure });
  }
  return ok(form.key === key ? form : null);
}

/** Findings as a person reads them in a terminal. */
export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, message, cure, at, code }) => {
    const where = at?.elementId ? `（${at.elementId}）` : '';
    return `${severity === 'error' ? '错误' : '提醒'}${where} ${message}${cure ?? ''} [${code}]`;
  });
