import type { Activity } from '../../bpmn/model.js';
import { GONE, eachKey, stateKey } from '../machine-json.js';
import type { StateJson } from '../machine-json.js';
import { enter, passing, waiting } from '../wiring.js';
import type { Wiring } from '../wiring.js';
import { compileBoundaryEvents } from './boundary-event.js';

/**
 * Tasks, sub-processes and call activities (§13.3): the run carries out what happens inside and says `complete`. A loop
 * has a second state for one iteration or instance.
 */
export function compileActivity(node: Activity, wiring: Wiring): Readonly<Record<string, StateJson>> {
  const boundary = compileBoundaryEvents(node.id, wiring);
  if (isPassing(node) && wiring.boundaries(node.id).length === 0)
    return { [stateKey(node.id)]: passing(node.id, wiring) };
  const state = waiting(node.id, wiring);
  const whole = { ...state, on: { ...state.on, ...boundary } };
  if (node.loop === null) return { [stateKey(node.id)]: whole };
  const each: StateJson = { entry: [enter(node.id)], on: { complete: [{ target: GONE }] } };
  return { [stateKey(node.id)]: whole, [eachKey(node.id)]: each };
}

/** Untyped and manual tasks are done as soon as they are reached (§13.3.3), unless something about them is to be counted. */
const isPassing = (node: Activity): boolean =>
  (node.kind === 'task' || node.kind === 'manualTask') &&
  node.loop === null &&
  node.startQuantity === 1 &&
  !node.forCompensation &&
  node.outputs.length === 0;
