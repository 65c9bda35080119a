import type { FlowNode } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Conditions choose among several flows of a gateway or activity (§13.2.1, §13.4); elsewhere nobody asks them. */
export const misplacedCondition: Check = {
  id: 'misplaced-condition',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.flows
        .filter((flow) => flow.condition !== null)
        .flatMap((flow) => {
          const source = index.nodes.get(flow.source);
          if (source === undefined || isAsked(source, index.outgoing(source.id).length)) return [];
          return [
            error(
              'misplaced-condition',
              flow.id,
              `连线${called(flow)}的条件写在${called(source)}后面，不会起作用。`,
              '请在中间加一个排他网关（可同时走几条的用包容网关），把条件写在网关的连线上。',
              'conditionExpression',
            ),
          ];
        });
    }),
};

function isAsked(source: FlowNode, outgoing: number): boolean {
  switch (source.kind) {
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
    case 'unsupported':
      return true;
    default:
      return 'loop' in source && outgoing > 1;
  }
}
