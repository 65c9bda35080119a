import type { Scope, SequenceFlow } from '../bpmn/model.js';
import { structureOf } from '../checks/structure/blocks.js';

import { compileNet } from './compile-net.js';
import { compileNode } from './compile-node.js';
import { stateKey } from './machine-json.js';
import type { StateJson } from './machine-json.js';
import { compileParallelBlock } from './nodes/parallel-block.js';
import { leaveInNet, leaveInSequence } from './wiring.js';
import type { Catches, Wiring } from './wiring.js';

/** A scope as `initial` and `states`: a compound state where one token moves, a net where several cross. */
export function compileScope(scope: Scope, isProcess: boolean, catches: Catches): StateJson {
  const structure = structureOf(scope);
  const start = scope.nodes.find((node) => node.kind === 'startEvent');
  const initial = start?.id ?? '';
  const common = { scopeId: scope.id, isProcess, structure, catches };
  if (!structure.rigid) {
    const wiring: Wiring = { ...common, isNet: false, leave: (flow) => leaveInSequence(flow, null, structure) };
    return { initial: stateKey(initial), states: compileItems(structure.items, wiring, false) };
  }
  const wiring: Wiring = { ...common, isNet: true, leave: (flow) => leaveInNet(flow, structure) };
  return compileNet(scope, structure, initial, compileItems(structure.items, wiring, false));
}

function compileItems(
  items: readonly string[],
  wiring: Wiring,
  inBranch: boolean,
): Readonly<Record<string, StateJson>> {
  const states: Record<string, StateJson> = {};
  for (const id of items) {
    const state = compileItem(id, wiring, inBranch);
    if (state !== null) states[stateKey(id)] = state;
  }
  return states;
}

function compileItem(id: string, wiring: Wiring, inBranch: boolean): StateJson | null {
  const { structure, catches } = wiring;
  const block = structure.blocks.get(id);
  if (block) {
    return compileParallelBlock(block, wiring, (branch) =>
      compileItems(branch.items, inside(wiring, branch.exit), true),
    );
  }
  const node = structure.index.node(id);
  return compileNode(node, wiring, inBranch, () =>
    node.kind === 'subProcess' ? compileScope(node.scope, false, catches) : {},
  );
}

/** Within a branch there is one token again, whatever surrounds the block. */
function inside(wiring: Wiring, exit: SequenceFlow): Wiring {
  return { ...wiring, isNet: false, leave: (flow) => leaveInSequence(flow, exit, wiring.structure) };
}
