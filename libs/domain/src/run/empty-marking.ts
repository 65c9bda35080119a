import type { JsonObject } from '../shared/json.js';
import type { Marking } from './marking.js';

/** A marking before anything has happened. */
export const emptyMarking = (definition: string, variables: JsonObject = {}): Marking => ({
  format: 2,
  behaviour: 1,
  definition,
  status: 'running',
  active: [],
  tokens: [],
  visited: [],
  variables,
  outcome: null,
  seq: 0,
});
