import { hasErrors } from '../shared/finding.js';
import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import * as problems from './bpmn-problems.js';
import { checkLengths } from './check-lengths.js';
import { checkReferences } from './check-references.js';
import { constraintFindings } from './constraints/constraint-findings.js';
import { deepFreeze } from './deep-freeze.js';
import type { FlowModel } from './model.js';
import { isElement } from './read/moddle-element.js';
import type { ModdleElement } from './read/moddle-element.js';
import { parseBpmn } from './parse-bpmn.js';
import { readDecisions } from './read/read-decisions.js';
import { readProcesses } from './read/read-process.js';
import { warningsToFindings } from './moddle-warnings.js';

/**
 * BPMN 2.0 XML → our frozen model of the file: the process that an instance runs, and the others.
 * Never throws: whatever the text is, the answer is a model or the findings that say what to do about it.
 */
export async function readBpmn(xml: string): Promise<Result<FlowModel, readonly Finding[]>> {
  const read = await parseBpmn(xml);
  if (!read.ok) return read;
  const { rootElement, warnings } = read.value;
  const findings: Finding[] = [...warningsToFindings(warnings)];
  if (hasErrors(findings)) return fail(findings);
  const contents = readDefinitions(rootElement, findings);
  if (contents === null || hasErrors(findings)) return fail(findings);
  findings.push(...checkLengths(contents));
  if (hasErrors(findings)) return fail(findings);
  const model: FlowModel = { ...contents, constraintFindings: constraintFindings(xml) };
  findings.push(...checkReferences(model));
  return hasErrors(findings) ? fail(findings) : ok(deepFreeze(model));
}

function readDefinitions(
  definitions: ModdleElement,
  findings: Finding[],
): Omit<FlowModel, 'constraintFindings'> | null {
  const roots = (definitions.get('rootElements') as unknown[] | undefined)?.filter(isElement) ?? [];
  const processes = roots.filter((root) => root.$type === 'bpmn:Process');
  const main = processes.find((each) => each.get('isExecutable') === true) ?? processes[0];
  if (main === undefined) {
    findings.push(problems.noProcess());
    return null;
  }
  return { ...readProcesses(main, roots), decisions: readDecisions(definitions, findings) };
}
