import type { TimerText } from './model.js';
import { child, children, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** The timer of a boundary event as drawn, null when it says no time at all. */
export function readTimer(element: ModdleElement): TimerText | null {
  const [definition] = children(element, 'eventDefinitions');
  if (definition === undefined) return null;
  for (const [kind, property] of [
    ['duration', 'timeDuration'],
    ['date', 'timeDate'],
    ['cycle', 'timeCycle'],
  ] as const) {
    const expression = child(definition, property);
    const body = expression === null ? null : text(expression, 'body');
    if (body !== null) return { kind, text: body };
  }
  return null;
}
