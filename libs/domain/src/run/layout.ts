import type { CompiledFlow } from '../compile/compiled-flow.js';
import { DONE, IDLE, NET, idOfKey, isSynthetic } from '../compile/machine-json.js';
import type { StateJson } from '../compile/machine-json.js';

/** Where things are in the machine: the bridge between a marking and a state value. */
export interface Layout {
  /** path of state keys to every node that is a state without children */
  readonly leaves: ReadonlyMap<string, readonly string[]>;
  /** join flow of a block's branch → path to the region's `:done` */
  readonly branches: ReadonlyMap<string, readonly string[]>;
  /** scope with a net → path to its parallel state */
  readonly nets: ReadonlyMap<string, readonly string[]>;
  /** position of a node in the drawing, for a canonical order */
  readonly order: ReadonlyMap<string, number>;
}

export function layoutOf(compiled: CompiledFlow): Layout {
  const leaves = new Map<string, readonly string[]>();
  const branches = new Map<string, readonly string[]>();
  const nets = new Map<string, readonly string[]>();
  const visit = (state: StateJson, path: readonly string[]): void => {
    if (state.meta) branches.set(state.meta.joinFlow, [...path, DONE]);
    for (const [key, child] of Object.entries(state.states ?? {})) {
      const at = [...path, key];
      if (key === NET) nets.set(netScope(child), at);
      if (child.states) visit(child, at);
      else if (!isSynthetic(key)) leaves.set(idOfKey(key), at);
    }
  };
  visit(compiled.machine, []);
  const order = new Map(Object.keys(compiled.nodes).map((id, index) => [id, index]));
  return { leaves, branches, nets, order };
}

function netScope(net: StateJson): string {
  const enter = net.entry?.find((action) => action.type === 'enterNet');
  return enter?.type === 'enterNet' ? enter.params.scope : '';
}

export const restKey = (region: StateJson): string => (region.states?.[IDLE] ? IDLE : DONE);
