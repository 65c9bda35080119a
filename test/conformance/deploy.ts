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
  const blocking = read.value.constraintFindings.filter((finding) => finding.severity === 'error');
  if (blocking.length > 0) return { ok: false, error: inWords(blocking) };
  const unsupported = scopesOf(read.value).flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'unsupported' ? [supportOf(node.element)] : [])),
  );
  const [first] = [...unsupported, ...read.value.unsupported.map((part) => supportOf(part.element))];
  if (first !== undefined) return { ok: false, error: `${first.name}: ${first.reason ?? ''}` };
  return read;
}

export const inWords = (findings: readonly Finding[]): string =>
  findings.map(({ code, message, at }) => `${code} ${at?.elementId ?? ''} ${message}`).join(' | ');

export const deploy = (model: FlowModel): Workflow => loadWorkflow(compileModel(model));
