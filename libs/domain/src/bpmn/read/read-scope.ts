import { assignByLane } from './assign-by-lane.js';
import type { FileFacts } from './file-facts.js';
import type { Lane, Scope } from '../model.js';
import { child, children, idOf, isA, nameOf } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readAssignments } from './read-assignment.js';
import { readDataItems } from './read-data.js';
import { readFlow } from './read-flow.js';
import { readNode } from './read-node.js';

/** A process or sub-process with everything nested in it. */
export function readScope(container: ModdleElement, facts: FileFacts): Scope {
  const nodes = [];
  const flows = [];
  for (const element of children(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') flows.push(readFlow(element));
    else if (isA(element, 'bpmn:FlowNode')) nodes.push(readNode(element, facts, (inner) => readScope(inner, facts)));
  }
  const lanes = children(container, 'laneSets').flatMap(lanesOf);
  const assigned = assignByLane(nodes, lanes);
  return { id: idOf(container), nodes: assigned, flows, data: readDataItems(container), lanes };
}

/** Lanes and the lanes inside them, the outer ones first. */
function lanesOf(set: ModdleElement): readonly Lane[] {
  return children(set, 'lanes').flatMap((lane) => {
    const inner = child(lane, 'childLaneSet');
    const nodeIds = children(lane, 'flowNodeRef').map(idOf);
    const own = { id: idOf(lane), name: nameOf(lane), nodeIds, ...readAssignments(lane) };
    return inner === null ? [own] : [own, ...lanesOf(inner)];
  });
}
