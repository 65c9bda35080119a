import { nodeInfo } from '../../run/node-info.js';
import type { Workflow } from '../../run/workflow.js';
import type { Stepped } from '../standing/advance.js';

/** One of several reviews leaves the round pending; the round is approved when the flow ends or asks for a new draft. */
export const closesRound = (workflow: Workflow, { marking, effects }: Stepped): boolean =>
  marking.status === 'completed' ||
  effects.some((each) => each.type === 'task.open' && nodeInfo(workflow, each.nodeId)?.purpose === 'draft');
