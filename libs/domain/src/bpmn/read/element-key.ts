import { flag } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { definitionsOf, readTrigger } from './read-triggers.js';

/**
 * The keys of an element in the table of supported elements: its type; of an event its type with each of its triggers,
 * and `multiple` where it has several; of a sub-process that an event starts, `event`.
 */
export function elementKeys(element: ModdleElement): readonly string[] {
  const { $type } = element;
  if (flag(element, 'triggeredByEvent')) return [`${$type}/event`];
  const definitions = $type.endsWith('Event') ? definitionsOf(element) : [];
  if (definitions.length === 0) return [$type];
  const keys = definitions.map((each) => `${$type}/${readTrigger(each, null)?.kind ?? each.$type}`);
  if (keys.length === 1) return keys;
  return [...keys, `${$type}/${flag(element, 'parallelMultiple') ? 'parallelMultiple' : 'multiple'}`];
}
