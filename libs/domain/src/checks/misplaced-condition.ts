import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Conditions are asked at exclusive gateways only; elsewhere they would be ignored. */
export const misplacedCondition: Check = {
  id: 'misplaced-condition',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.flows
        .filter((flow) => flow.condition !== null)
        .flatMap((flow) => {
          const source = index.nodes.get(flow.source);
          if (source === undefined || source.kind === 'exclusiveGateway' || source.kind === 'unsupported') return [];
          return [
            error(
              'misplaced-condition',
              flow.id,
              `连线${called(flow)}的条件写在${called(source)}后面，不会起作用。`,
              '请在中间加一个排他网关，把条件写在网关的连线上。',
              'conditionExpression',
            ),
          ];
        });
    }),
};
