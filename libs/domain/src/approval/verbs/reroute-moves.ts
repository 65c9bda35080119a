import { nodeInfo } from '../../run/node-info.js';
import type { MatterContext } from '../act.js';
import { moveTo } from './move-to.js';

/** A token that waits, and where an administrator could move it. */
export interface Move {
  readonly token: number;
  readonly nodeId: string;
  readonly name: string;
  readonly to: readonly { readonly nodeId: string; readonly name: string }[];
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/** Every move of a token to another user task that would leave the flow sound. Each has been tried: what is offered works. */
export function reroutesIn(scene: Scene): readonly Move[] {
  const { workflow, standing } = scene;
  const steps = Object.keys(workflow.compiled.nodes).flatMap((nodeId) => {
    const node = nodeInfo(workflow, nodeId);
    return node?.kind === 'userTask' ? [{ nodeId, name: node.name }] : [];
  });
  return standing.sittings.map(({ token, nodeId }) => ({
    token,
    nodeId,
    name: nodeInfo(workflow, nodeId)?.name ?? nodeId,
    to: steps.filter((step) => step.nodeId !== nodeId && moveTo(scene, { token, to: step.nodeId }).ok),
  }));
}
