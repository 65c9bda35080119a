import type { TimerText } from '../model.js';
import { child, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** The time of a timer event definition as drawn, null when it says none at all. */
export function readTimer(definition: ModdleElement): TimerText | null {
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
