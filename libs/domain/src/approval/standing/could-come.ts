import type { Pieces } from '../../run/footprint.js';
import type { Workflow } from '../../run/workflow.js';

/** Whether one of these tokens could come to a join: it would have waited for it (BPMN 2.0.2 table 13.3), or perhaps. */
export function couldCome({ compiled, reach }: Workflow, { tokens = [] }: Pieces, join: string): boolean {
  const gateway = compiled.nodes[join];
  return tokens.some(
    ({ at }) =>
      compiled.nodes[at]?.scope === gateway?.scope &&
      (at === join || (gateway?.incoming ?? []).some((flow) => reach.to(join, flow).has(at))),
  );
}
