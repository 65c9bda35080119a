import { checkFlow, compileFlow, fail, hasErrors, ok, readBpmn } from '@chengban/domain';
import type { CompiledFlow, Finding, Refusal, Result } from '@chengban/domain';
import { readInputFile } from './read-input-file.js';

/** Largest file that is opened; the reader refuses what is over its own, smaller limit with its own words. */
const MAX_FLOW_BYTES = 4 * 1024 * 1024;

/** A file as far as it can be understood. `unreadable` is no flow at all; otherwise there are findings, and perhaps a compiled flow. */
export type FlowFile =
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] }
  | { readonly kind: 'flow'; readonly findings: readonly Finding[]; readonly compiled: CompiledFlow | null };

export async function readFlowFile(file: string): Promise<Result<FlowFile, Refusal>> {
  const bytes = await readInputFile(file, MAX_FLOW_BYTES);
  if (!bytes.ok) return fail(bytes.error);
  const model = await readBpmn(bytes.value.toString('utf8'));
  if (!model.ok) return ok({ kind: 'unreadable', findings: model.error });
  const findings = checkFlow(model.value);
  if (hasErrors(findings)) return ok({ kind: 'flow', findings, compiled: null });
  const compiled = compileFlow(model.value);
  return ok({ kind: 'flow', findings, compiled: compiled.ok ? compiled.value : null });
}

/** Findings as a person reads them in a terminal. */
export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, message, cure, at, code }) => {
    const where = at?.elementId ? `（${at.elementId}）` : '';
    return `${severity === 'error' ? '错误' : '提醒'}${where} ${message}${cure ?? ''} [${code}]`;
  });
