import type { CompiledFlow, Marking } from '@chengban/domain';
import type { Stage } from './change.js';

/** Where a submission stands, read from the marking alone: so it can be neither forgotten nor contradicted. */
export function stageOf(flow: Pick<CompiledFlow, 'nodes'>, marking: Marking): Stage {
  if (marking.status === 'completed') return 'closed';
  const drafting = marking.active.some((id) => flow.nodes[id]?.purpose === 'draft');
  // before the first round nothing was handed in, whatever the flow is busy with
  if (!drafting) return Number(marking.variables['round'] ?? 0) === 0 ? 'drafting' : 'submitted';
  return marking.variables['verdict'] === 'return' ? 'returned' : 'drafting';
}
