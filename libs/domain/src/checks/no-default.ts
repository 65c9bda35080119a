import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

/** Without a default, an instance for which no condition holds stops with an incident (§13.4.2, §13.4.3 throw an exception). */
export const noDefault: Check = {
  id: 'no-default',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes
        .filter(
          (node) =>
            (node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway') &&
            node.defaultFlow === null &&
            index.outgoing(node.id).length > 1,
        )
        .map((node) =>
          warning(
            'no-default',
            node.id,
            `网关${called(node)}没有默认连线：条件都不成立时流程会停住报异常。`,
            '请选一条连线设为默认。',
            'default',
          ),
        );
    }),
};
