// The package's own types cannot be reached from its entry, and an ambient declaration is found by reference only.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleWarning } from 'bpmn-moddle';
import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import * as problems from './bpmn-problems.js';
import { chengbanModdle } from './chengban-moddle.js';
import { givingUpAfter, TOO_MANY } from './limited-reader.js';
import { MAX_UNREADABLE } from './limits.js';
import { isElement } from './read/moddle-element.js';
import type { ModdleElement } from './read/moddle-element.js';
import { lineOf, warningsToFindings } from './moddle-warnings.js';
import { refuseText } from './refuse-text.js';

/** Holds the meta-model only, nothing of what was read. */
export const moddle = new BpmnModdle({ chengban: chengbanModdle });

// The meta-model takes the script of a global script task for an attribute; in the standard's schema it is an element.
for (const property of moddle.registry.typeMap['bpmn:GlobalScriptTask']?.properties ?? []) {
  if (property.name === 'bpmn:script') property.isAttr = false;
}

export interface ParsedBpmn {
  readonly rootElement: ModdleElement;
  readonly warnings: readonly ModdleWarning[];
}

/** A text → moddle's tree of it. Never throws: what is too large, hostile or no BPMN is refused with a finding. */
export async function parseBpmn(xml: string): Promise<Result<ParsedBpmn, readonly Finding[]>> {
  const refused = refuseText(xml);
  if (refused !== null) return fail([refused]);
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml, givingUpAfter(MAX_UNREADABLE));
    if (!isElement(rootElement) || rootElement.$type !== 'bpmn:Definitions') return fail([problems.notBpmn()]);
    return ok({ rootElement, warnings });
  } catch (error) {
    return fail(parseFailure(error as Error & { readonly warnings?: readonly ModdleWarning[] }));
  }
}

function parseFailure(error: Error & { readonly warnings?: readonly ModdleWarning[] }): readonly Finding[] {
  const { message, warnings = [] } = error;
  if (message === TOO_MANY) return [...warningsToFindings(warnings), problems.tooManyProblems()];
  if (message.includes('failed to parse document as')) return [problems.notBpmn()];
  if (message.includes('missing start tag')) return [problems.notXml()];
  return [problems.brokenXml(lineOf(message))];
}
