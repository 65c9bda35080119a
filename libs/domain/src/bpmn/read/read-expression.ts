import type { Condition } from '../model.js';
import { child, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** An expression child; an empty one is kept: the checks say that it is empty, rather than it silently being none. */
export function readExpression(element: ModdleElement, name: string): Condition | null {
  const expression = child(element, name);
  if (expression === null) return null;
  return { text: text(expression, 'body') ?? '', language: text(expression, 'language') };
}
