import type { Finding } from '../../shared/finding.js';
import { readBpmnTree } from './bpmn-tree.js';
import { allRules } from './all-rules.js';
import { findingsOf, rulesByElement } from './rule.js';
import { indexFile } from './standard-file.js';

const rules = rulesByElement(allRules);

/**
 * What the file breaks of the constraints of BPMN 2.0.2, in document order; nothing for a text that is no XML. Never
 * throws, looks at every element once per rule of its kind. The caller has bounded the size and the depth of the text.
 */
export function constraintFindings(xml: string): readonly Finding[] {
  const root = readBpmnTree(xml);
  if (root === null) return [];
  const file = indexFile(root);
  return file.elements.flatMap((element) =>
    (rules.get(element.name) ?? []).flatMap((rule) => findingsOf(rule, element, file)),
  );
}
