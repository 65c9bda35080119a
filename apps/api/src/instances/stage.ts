import type { CompiledFlow, Marking } from '@chengban/domain';
import type { Stage } from './change.js';

/** Where a submission stands, read from the marking alone: so it can be neither forgotten nor contradicted. */
export function stageOf(flow: Pick<CompiledFlow, 'nodes'>, marking: Marking): Stage {
  if (marking.status === 'completed') return 'closed';
  const drafting = marking.active.some((id) => flow.nodes[id]?.purpose === 'draft');
  if (!drafting) return 'submitted';
  return marking.variables['verdict'] === 'return' ? 'returned' : 'drafting';
}
