import type { Finding } from '../../shared/finding.js';
import * as problems from '../bpmn-problems.js';
import { extensions, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/**
 * The file's own DMN: `<chengban:decision key="…"><![CDATA[…]]></chengban:decision>` in the definitions' extension
 * elements. A key names one decision.
 */
export function readDecisions(definitions: ModdleElement, findings: Finding[]): Readonly<Record<string, string>> {
  const decisions = new Map<string, string>();
  for (const decision of extensions(definitions, 'chengban:Decision')) {
    const key = text(decision, 'key');
    if (key === null) findings.push(problems.namelessDecision());
    else if (decisions.has(key)) findings.push(problems.duplicateDecision(key));
    else decisions.set(key, text(decision, 'body') ?? '');
  }
  return Object.fromEntries(decisions);
}
