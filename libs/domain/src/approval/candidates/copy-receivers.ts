import { nodeInfo } from '../../run/node-info.js';
import type { Workflow } from '../../run/workflow.js';
import type { Standing } from '../standing/standing.js';
import type { Directory } from './directory.js';
import { meantPeople } from './meant-people.js';
import type { SeatPlace } from './meant-people.js';

interface Copied {
  readonly workflow: Workflow;
  readonly standing: Standing;
  /** the node that completed */
  readonly nodeId: string;
  readonly directory: Directory;
  readonly place: SeatPlace;
}

/** 抄送: who is to read it when a node completes. Nobody is a good answer: a copy holds nothing up. */
export function copyReceivers({ workflow, standing, nodeId, directory, place }: Copied): readonly string[] {
  const node = nodeInfo(workflow, nodeId);
  if (node?.copies === undefined) return [];
  const passage = standing.trail.findLast(({ sitting }) => sitting?.nodeId === nodeId);
  const token = passage?.sitting?.token ?? 0;
  const people = node.copies.flatMap((copy) =>
    meantPeople(copy, { workflow, standing, node, token }, directory, place),
  );
  return [...new Set(people.map(({ personId }) => personId))];
}
