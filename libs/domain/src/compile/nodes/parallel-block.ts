import type { Block, Branch } from '../../checks/structure/blocks.js';
import { DONE, stateKey } from '../machine-json.js';
import type { StateJson } from '../machine-json.js';
import { leaveAlways, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * A split with its join as a native parallel state: one region per branch, named after its first node; a finished branch
 * waits in `:done`, which is the token at the join's flow. The join itself is no state: it is passed when all are done.
 */
export function compileParallelBlock(
  block: Block,
  wiring: Wiring,
  compileBranch: (branch: Branch) => Readonly<Record<string, StateJson>>,
): StateJson {
  const regions = block.branches.map((branch): [string, StateJson] => {
    const empty = branch.entry === branch.exit;
    return [
      stateKey(empty ? branch.entry.id : branch.entry.target),
      {
        initial: empty ? DONE : stateKey(branch.entry.target),
        entry: [pass(branch.entry.id)],
        states: { ...compileBranch(branch), [DONE]: { type: 'final' } },
        meta: { joinFlow: branch.exit.id },
      },
    ];
  });
  const onDone = leaveAlways(wiring, block.join).map((leave) => ({
    ...leave,
    actions: [pass(block.join), ...(leave.actions ?? [])],
  }));
  return { type: 'parallel', entry: [pass(block.split)], states: Object.fromEntries(regions), onDone };
}
