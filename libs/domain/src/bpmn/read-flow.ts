import type { Condition, SequenceFlow } from './model.js';
import { child, idOf, nameOf, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

export function readFlow(element: ModdleElement): SequenceFlow {
  return {
    id: idOf(element),
    name: nameOf(element),
    source: refId(element, 'sourceRef') ?? '',
    target: refId(element, 'targetRef') ?? '',
    condition: readCondition(element),
  };
}

/** An empty condition is kept: the checks say that it is empty, rather than the flow silently being unconditional. */
function readCondition(element: ModdleElement): Condition | null {
  const expression = child(element, 'conditionExpression');
  if (expression === null) return null;
  return { text: text(expression, 'body') ?? '', language: text(expression, 'language') };
}
