import type { FlowNode, Lane } from '../model.js';

/**
 * Lanes (§10.8) say who works in them: a user task without an assignment gets that of the innermost lane that has one,
 * inside sub-processes too. Where the task's own assignment could not be understood, nothing is put in its place.
 */
export function assignByLane(nodes: readonly FlowNode[], lanes: readonly Lane[]): readonly FlowNode[] {
  const assigned = lanes.filter((lane) => lane.assignment !== null);
  if (assigned.length === 0) return nodes;
  return nodes.map((node) => {
    // the outer lanes come first
    const lane = assigned.findLast((each) => each.nodeIds.includes(node.id));
    return lane === undefined ? node : assign(node, lane);
  });
}

function assign(node: FlowNode, lane: Lane): FlowNode {
  if (node.kind === 'userTask') {
    const { assignment, moreAssignments } = lane;
    return node.assignment === null && node.assignmentProblem === null
      ? { ...node, assignment, moreAssignments }
      : node;
  }
  if (node.kind !== 'subProcess') return node;
  return { ...node, scope: { ...node.scope, nodes: node.scope.nodes.map((each) => assign(each, lane)) } };
}
