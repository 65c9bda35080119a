import type { NodeVerb } from '../bpmn/model/approval.js';
import { nodeInfo } from '../run/node-info.js';
import type { Workflow } from '../run/workflow.js';
import type { Refusal } from '../shared/refusal.js';
import * as refusals from './refusals.js';

/** Whether the drawing offers a verb at a node: one that says nothing offers all. */
export const offeredAt = (workflow: Workflow, nodeId: string, verb: NodeVerb): boolean =>
  nodeInfo(workflow, nodeId)?.verbs?.includes(verb) ?? true;

/**
 * Why a verb about the whole matter is not offered where the matter stands, or null. One of several nodes that offers it
 * is enough; where the matter waits for nobody, no node narrows.
 */
export const refuseWhereItStands = (workflow: Workflow, nodeIds: readonly string[], verb: NodeVerb): Refusal | null =>
  nodeIds.length === 0 || nodeIds.some((nodeId) => offeredAt(workflow, nodeId, verb)) ? null : refusals.notAtThisNode();
