import { elementKeys } from './element-key.js';
import type { FileFacts } from './file-facts.js';
import type { FlowNode, Scope, UnsupportedNode } from '../model.js';
import { idOf, nameOf, refId } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readActivity } from './read-activity.js';
import { readEvent } from './read-event.js';
import { readGateway } from './read-gateway.js';
import { supportOf } from '../supported-elements.js';

/** Id and name, which every node has. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Reads what is inside a sub-process. */
export type ReadScope = (container: ModdleElement) => Scope;

/** One flow node. What does not run becomes an `unsupported` node that the checks report with reason and cure. */
export function readNode(element: ModdleElement, facts: FileFacts, readScope: ReadScope): FlowNode {
  const named: Named = { id: idOf(element), name: nameOf(element) };
  const keys = elementKeys(element);
  const refused = keys.find((key) => supportOf(key).status !== 'runs');
  if (refused !== undefined) return notRun(element, named, refused);
  return (
    readEvent(element, named, facts) ??
    readGateway(element, named) ??
    readActivity(element, named, facts, readScope) ??
    notRun(element, named, element.$type)
  );
}

const notRun = (element: ModdleElement, named: Named, key: string): UnsupportedNode => ({
  kind: 'unsupported',
  ...named,
  element: key,
  attachedTo: element.$type === 'bpmn:BoundaryEvent' ? refId(element, 'attachedToRef') : null,
});
