import { attribute } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import type { StandardFile } from './standard-file.js';

/** Whether two references to item definitions mean the same type: the same definition, or the same structure. */
export function sameItem(one: string | null, other: string | null, file: StandardFile): boolean {
  if (one === null || other === null) return false;
  const [first, second] = [file.target(one), file.target(other)];
  // a definition of another file cannot be compared here
  if (first === null || second === null) return true;
  const structure = attribute(first, 'structureRef');
  return first === second || (structure !== null && structure === attribute(second, 'structureRef'));
}

/** The item definition of something that holds data; references to data objects and stores have that of their object. */
export function itemOf(element: BpmnElement, file: StandardFile): string | null {
  const own = attribute(element, 'itemSubjectRef');
  const meant = file.target(attribute(element, 'dataObjectRef') ?? attribute(element, 'dataStoreRef'));
  return own ?? (meant === null ? null : attribute(meant, 'itemSubjectRef'));
}
