import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Each flow out of an exclusive or inclusive gateway has a condition or is the default; otherwise nobody knows when it is taken. */
export const gatewayWithoutChoice: Check = {
  id: 'gateway-without-choice',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes.flatMap((node) => {
        if (
          (node.kind !== 'exclusiveGateway' && node.kind !== 'inclusiveGateway') ||
          index.outgoing(node.id).length < 2
        )
          return [];
        return index
          .outgoing(node.id)
          .filter((flow) => flow.condition === null && flow.id !== node.defaultFlow)
          .map((flow) =>
            error(
              'gateway-without-choice',
              flow.id,
              `网关${called(node)}的连线${called(flow)}没有条件，不知道什么时候走它。`,
              '请给连线写上条件，或把它设为默认连线。',
              'conditionExpression',
            ),
          );
      });
    }),
};
