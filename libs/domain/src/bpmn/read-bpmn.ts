// The package's own types cannot be reached from its entry, and an ambient declaration is found by reference only.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleReading } from 'bpmn-moddle';
import { hasErrors } from '../shared/finding.js';
import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import * as problems from './bpmn-problems.js';
import { chengbanModdle } from './chengban-moddle.js';
import { checkReferences } from './check-references.js';
import { deepFreeze } from './deep-freeze.js';
import type { FlowModel } from './model.js';
import { isElement } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readDecisions } from './read-decisions.js';
import { readProcesses } from './read-process.js';
import { warningsToFindings } from './moddle-warnings.js';
import { scanXml } from './xml-scan.js';

/** Holds the meta-model only, nothing of what was read. */
const moddle = new BpmnModdle({ chengban: chengbanModdle });

/**
 * BPMN 2.0 XML → our frozen model of the file: the process that an instance runs, and the others.
 * Never throws: whatever the text is, the answer is a model or the findings that say what to do about it.
 */
export async function readBpmn(xml: string): Promise<Result<FlowModel, readonly Finding[]>> {
  const refused = refuseText(xml);
  if (refused !== null) return fail([refused]);
  const read = await parse(xml);
  if (!read.ok) return read;
  const { rootElement, warnings } = read.value;
  if (!isElement(rootElement) || rootElement.$type !== 'bpmn:Definitions') return fail([problems.notBpmn()]);
  const findings: Finding[] = [...warningsToFindings(warnings)];
  if (hasErrors(findings)) return fail(findings);
  const contents = readDefinitions(rootElement, findings);
  if (contents === null || hasErrors(findings)) return fail(findings);
  const model: FlowModel = { ...contents, constraintFindings: [] };
  findings.push(...checkReferences(model));
  return hasErrors(findings) ? fail(findings) : ok(deepFreeze(model));
}

function refuseText(xml: string): Finding | null {
  // The length in UTF-16 units is a lower bound of the bytes: a huge text is not even scanned.
  if (xml.length > problems.MAX_BYTES) return problems.tooLarge();
  const scan = scanXml(xml);
  if (scan.bytes > problems.MAX_BYTES) return problems.tooLarge();
  if (scan.doctype) return problems.hasDoctype();
  if (scan.elements === 0) return problems.notXml();
  if (scan.depth > problems.MAX_DEPTH) return problems.tooDeep();
  return null;
}

async function parse(xml: string): Promise<Result<ModdleReading, readonly Finding[]>> {
  try {
    return ok(await moddle.fromXML(xml));
  } catch (error) {
    return fail([parseFailure(error instanceof Error ? error.message : String(error))]);
  }
}

function parseFailure(message: string): Finding {
  if (message.includes('failed to parse document as')) return problems.notBpmn();
  if (message.includes('missing start tag')) return problems.notXml();
  const line = /line: (\d+)/.exec(message);
  return problems.brokenXml(line === null ? null : Number(line[1]) + 1);
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
