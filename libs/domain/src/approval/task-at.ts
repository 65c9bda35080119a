import type { TaskState } from './act.js';

/** Where a task is, as a step event names it. */
export const taskAt = ({
  nodeId,
  token,
}: Pick<TaskState, 'nodeId' | 'token'>): { readonly nodeId: string; readonly token?: number } =>
  token === undefined ? { nodeId } : { nodeId, token };
