import type { Element } from 'bpmn-js/lib/model/Types';
import { elementKey, type DrawnKind } from '@chengban/web';
import { objectOf } from './moddle.js';
import type { NodeKind } from './node-kinds.js';

export const drawnKind = (element: Element): DrawnKind => objectOf(element) as unknown as DrawnKind;

const idOf = (key: string, beside: boolean): string => (beside ? `${key}/beside` : key);

/** Whether an element is what this kind makes. Kinds that differ only in who handles them all match. */
export function matches(element: Element, kind: NodeKind): boolean {
  const drawn = drawnKind(element);
  const made = drawnBy(kind);
  return (
    idOf(elementKey(drawn), drawn.cancelActivity === false) === idOf(elementKey(made), made.cancelActivity === false)
  );
}

function drawnBy({ type, shape, properties }: NodeKind): DrawnKind {
  const definition = shape?.['eventDefinitionType'] as string | undefined;
  return {
    $type: type,
    ...(definition && { eventDefinitions: [{ $type: definition }] }),
    triggeredByEvent: properties?.['triggeredByEvent'] === true,
    cancelActivity: properties?.['cancelActivity'] !== false,
  };
}
