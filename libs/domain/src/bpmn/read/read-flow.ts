import type { SequenceFlow } from '../model.js';
import { idOf, nameOf, refId } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readExpression } from './read-expression.js';

export function readFlow(element: ModdleElement): SequenceFlow {
  return {
    id: idOf(element),
    name: nameOf(element),
    source: refId(element, 'sourceRef') ?? '',
    target: refId(element, 'targetRef') ?? '',
    condition: readExpression(element, 'conditionExpression'),
  };
}
