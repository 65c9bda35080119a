import type { ActivityBase, SubProcess } from '../model.js';
import { flag, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readExpression } from './read-expression.js';
import type { ReadScope } from './read-node.js';

/** What a sub-process has besides the facts of every activity (§10.3.5). */
export function readSubProcess(element: ModdleElement, base: ActivityBase, readScope: ReadScope): SubProcess {
  const adHoc = element.$type === 'bpmn:AdHocSubProcess';
  return {
    kind: 'subProcess',
    ...base,
    variant: variantOf(element),
    scope: readScope(element),
    ordering: adHoc && text(element, 'ordering') === 'Sequential' ? 'sequential' : 'parallel',
    cancelRemaining: !adHoc || element.get('cancelRemainingInstances') !== false,
    completionCondition: adHoc ? readExpression(element, 'completionCondition') : null,
  };
}

function variantOf(element: ModdleElement): SubProcess['variant'] {
  if (flag(element, 'triggeredByEvent')) return 'event';
  if (element.$type === 'bpmn:Transaction') return 'transaction';
  return element.$type === 'bpmn:AdHocSubProcess' ? 'adHoc' : 'embedded';
}
