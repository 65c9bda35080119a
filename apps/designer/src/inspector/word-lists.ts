import { textOf, type Moddle } from '../modeler/moddle.js';

/** The words of an attribute that lists some, parted by spaces; null when it is absent. */
export function wordsOf(object: Moddle, property: string): readonly string[] | null {
  const text = textOf(object, `chengban:${property}`).trim();
  return text === '' ? null : text.split(/\s+/);
}
