import type { JsonObject } from '../shared/json.js';
import { isObject, memberOf } from './json-shape.js';

/** The matter's data, as conditions of its flow read them. */
export function formIn(variables: JsonObject): JsonObject {
  const form = memberOf(variables, 'form');
  return isObject(form) ? form : {};
}
