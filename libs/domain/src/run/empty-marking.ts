import type { JsonObject } from '../shared/json.js';
import type { Marking } from './marking.js';

/** The markings that this engine writes and reads. */
export const VERSION = { format: 2, behaviour: 1 } as const satisfies Pick<Marking, 'format' | 'behaviour'>;

/** A marking before anything has happened. */
export const emptyMarking = (definition: string, variables: JsonObject = {}): Marking => ({
  format: VERSION.format,
  behaviour: VERSION.behaviour,
  definition,
  status: 'running',
  active: [],
  tokens: [],
  visited: [],
  variables,
  outcome: null,
  seq: 0,
});
