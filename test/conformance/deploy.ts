import { compileModel, loadWorkflow, readBpmn, supportOf } from '@chengban/domain';
import type { Finding, FlowModel, Result, Workflow } from '@chengban/domain';
import { scopesOf } from './change-model.js';

/**
 * The model of a file, or why it cannot be deployed: it cannot be read, breaks a rule of the standard, or holds what the
 * engine does not run. What only an approval must have (assignments, forms, names) is not asked of foreign files.
 */
export async function readForRun(xml: string): Promise<Result<FlowModel, string>> {
  const read = await readBpmn(xml);
  if (!read.ok) return { ok: false, error: inWords(read.error) };
  const blocking = blockingFindings(read.value);
  if (blocking.length > 0) return { ok: false, error: inWords(blocking) };
  const [first] = unsupportedIn(read.value);
  return first === undefined ? read : { ok: false, error: first };
}

/** Broken rules of the standard that leave a drawing without one meaning. */
export const blockingFindings = (model: FlowModel): readonly Finding[] =>
  model.constraintFindings.filter((finding) => finding.severity === 'error');

/** What the engine does not run, with the reason. */
export const unsupportedIn = (model: FlowModel): readonly string[] =>
  [
    ...scopesOf(model).flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'unsupported' ? [node] : []))),
    ...model.unsupported,
  ].map(({ element }) => `${supportOf(element).name}: ${supportOf(element).reason ?? ''}`);

export const inWords = (findings: readonly Finding[]): string =>
  findings.map(({ code, message, at }) => `${code} ${at?.elementId ?? ''} ${message}`).join(' | ');

export const deploy = (model: FlowModel): Workflow => loadWorkflow(compileModel(model));
