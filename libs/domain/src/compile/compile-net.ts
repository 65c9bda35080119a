import type { Scope } from '../bpmn/model.js';
import { colours, concurrentItems } from '../checks/structure/concurrency.js';
import type { Structure } from '../checks/structure/blocks.js';
import { ENDED, IDLE, NET, stateKey } from './machine-json.js';
import type { StateJson, TransitionJson } from './machine-json.js';
import { isJoin } from './wiring.js';

/**
 * A rigid scope: a few regions, each for nodes that never hold tokens together. Tokens travel as raised events, joins
 * count them in the context, and the scope ends when its last token is consumed.
 */
export function compileNet(
  scope: Scope,
  structure: Structure,
  initial: string,
  items: Readonly<Record<string, StateJson>>,
): StateJson {
  const ids = structure.items.filter((id) => items[stateKey(id)] !== undefined);
  const groups = colours(ids, concurrentItems(structure.items, structure.index, structure.blocks));
  const regions = groups.map((group): [string, StateJson] => {
    const region = compileRegion(group, structure, initial, items);
    return [Object.keys(region.states ?? {}).find((key) => key !== IDLE) ?? IDLE, region];
  });
  const flows = ids
    .filter((id) => isJoin(id, structure))
    .flatMap((id) => structure.index.incoming(id).map((flow) => flow.id));
  return {
    initial: NET,
    states: {
      [NET]: {
        type: 'parallel',
        entry: [{ type: 'enterNet', params: { scope: scope.id } }],
        exit: [{ type: 'leaveNet', params: { scope: scope.id, flows } }],
        always: [{ guard: { type: 'isEmpty', params: { scope: scope.id } }, target: ENDED }],
        states: Object.fromEntries(regions),
      },
      [ENDED]: { type: 'final' },
    },
  };
}

function compileRegion(
  group: readonly string[],
  structure: Structure,
  initial: string,
  items: Readonly<Record<string, StateJson>>,
): StateJson {
  const arrivals = group.flatMap((id): readonly TransitionJson[] => {
    const target = stateKey(id);
    if (!isJoin(id, structure)) return [{ guard: { type: 'isTo', params: { node: id } }, target }];
    const flows = structure.index.incoming(id).map((flow) => flow.id);
    return [{ guard: { type: 'isTo', params: { node: id, flows } }, target }];
  });
  // A token for a join may find it incomplete and just waits; any other token that finds its region taken is a fault.
  const collisions = group
    .filter((id) => !isJoin(id, structure))
    .map((node): TransitionJson => ({
      guard: { type: 'isTo', params: { node } },
      actions: [{ type: 'collide', params: { node } }],
    }));
  return {
    initial: group.includes(initial) ? stateKey(initial) : IDLE,
    states: {
      [IDLE]: { on: { token: arrivals } },
      ...Object.fromEntries(group.flatMap((id) => entry(items, stateKey(id)))),
    },
    on: { token: collisions },
  };
}

const entry = (items: Readonly<Record<string, StateJson>>, key: string): readonly (readonly [string, StateJson])[] => {
  const state = items[key];
  return state === undefined ? [] : [[key, state]];
};
