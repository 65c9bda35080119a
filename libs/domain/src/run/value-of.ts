import type { StateValue } from 'xstate';
import { flowOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { DONE, IDLE, idOfKey, isSynthetic } from '../compile/machine-json.js';
import type { StateJson } from '../compile/machine-json.js';
import { restKey } from './layout.js';
import type { Layout } from './layout.js';
import type { Marking } from './marking.js';

interface Tree {
  [key: string]: Tree;
}

/** Where tokens are; the part of a marking that the machine's value stands for. */
export type Tokens = Pick<Marking, 'active' | 'joins'>;

/** Tokens → state value; null when they fit no state of this machine. */
export function valueOf({ active, joins }: Tokens, compiled: CompiledFlow, layout: Layout): StateValue | null {
  // without a prototype: no key is there that nobody planted
  const tree = Object.create(null) as Tree;
  for (const id of active) {
    const path = layout.leaves.get(id);
    if (path === undefined) return null;
    plant(tree, path);
  }
  for (const [flow, count] of Object.entries(joins)) {
    if (count === 0) continue;
    const scope = Object.hasOwn(compiled.flows, flow) ? flowOf(compiled, flow).scope : null;
    const path = layout.branches.get(flow) ?? (scope === null ? undefined : layout.nets.get(scope));
    if (path === undefined) return null;
    plant(tree, path);
  }
  return shape(compiled.machine, tree);
}

function plant(tree: Tree, path: readonly string[]): void {
  let at = tree;
  for (const key of path) at = at[key] ??= {};
}

function shape(state: StateJson, tree: Tree): StateValue | null {
  const states = state.states ?? {};
  const keys = Object.keys(tree);
  if (state.type === 'parallel') {
    const regions: Record<string, StateValue> = {};
    for (const [key, region] of Object.entries(states)) {
      const inside = tree[key];
      const value = inside === undefined ? restKey(region) : shape(region, inside);
      if (value === null) return null;
      regions[key] = value;
    }
    return regions;
  }
  const [only] = keys;
  if (only === undefined || keys.length > 1) return null;
  const [child, inside] = [states[only], tree[only]];
  if (child === undefined || inside === undefined) return null;
  if (!child.states) return only;
  const value = shape(child, inside);
  return value === null ? null : { [only]: value };
}

/** State value → tokens, in the drawing's order. `counts` are the joins of nets, which live in the context. */
export function tokensOf(
  value: StateValue,
  counts: Readonly<Record<string, number>>,
  compiled: CompiledFlow,
  layout: Layout,
): Tokens {
  const active: string[] = [];
  const joins: Record<string, number> = {};
  const visit = (state: StateJson, at: StateValue): void => {
    if (typeof at === 'string') {
      if (at === DONE && state.meta) joins[state.meta.joinFlow] = 1;
      else if (at !== IDLE && !isSynthetic(at)) active.push(idOfKey(at));
      const child = state.states?.[at];
      if (child?.states) throw new Error(`state ${at} has children but no value`);
    } else
      for (const [key, inner] of Object.entries(at)) {
        const child = state.states?.[key];
        if (child === undefined || inner === undefined) throw new Error(`no state ${key}`);
        visit(child, inner);
      }
  };
  visit(compiled.machine, value);
  for (const [flow, count] of Object.entries(counts)) if (count > 0) joins[flow] = count;
  const place = (id: string): number => layout.order.get(id) ?? 0;
  active.sort((a, b) => place(a) - place(b));
  return { active, joins: sortKeys(joins) };
}

const sortKeys = (record: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
