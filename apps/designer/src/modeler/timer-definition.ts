import type { TimerKind, TimerText } from '../inspector/timer-setting.js';
import type { Moddle, ModdleFactory } from './moddle.js';

const PROPERTIES = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;

/** The timer of an event definition as drawn; null while nobody has set it. */
export function readTimerOf(definition: Moddle): TimerText | null {
  for (const kind of Object.keys(PROPERTIES) as TimerKind[]) {
    const expression = definition.get(PROPERTIES[kind]) as Moddle | undefined;
    if (expression) return { kind, text: String(expression.get('body') ?? '') };
  }
  return null;
}

/** The properties of an event definition that has this timer and no other; an empty date stays, so that its kind does. */
export function timerProperties({ kind, text }: TimerText, factory: ModdleFactory): Record<string, Moddle | undefined> {
  const expression = factory.create('bpmn:FormalExpression', { body: text });
  return Object.fromEntries(
    Object.entries(PROPERTIES).map(([each, property]) => [property, each === kind ? expression : undefined]),
  );
}
