import type { Gateway } from '../model.js';
import { flag, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readExpression } from './read-expression.js';
import type { Named } from './read-node.js';

/** A gateway (§10.6); null for anything else. */
export function readGateway(element: ModdleElement, named: Named): Gateway | null {
  const defaultFlow = refId(element, 'default');
  switch (element.$type) {
    case 'bpmn:ExclusiveGateway':
      return { kind: 'exclusiveGateway', ...named, defaultFlow };
    case 'bpmn:ParallelGateway':
      return { kind: 'parallelGateway', ...named };
    case 'bpmn:InclusiveGateway':
      return { kind: 'inclusiveGateway', ...named, defaultFlow };
    case 'bpmn:ComplexGateway': {
      const activationCondition = readExpression(element, 'activationCondition');
      return { kind: 'complexGateway', ...named, defaultFlow, activationCondition };
    }
    case 'bpmn:EventBasedGateway': {
      const gatewayType = text(element, 'eventGatewayType') === 'Parallel' ? 'parallel' : 'exclusive';
      return { kind: 'eventBasedGateway', ...named, instantiate: flag(element, 'instantiate'), gatewayType };
    }
    default:
      return null;
  }
}
