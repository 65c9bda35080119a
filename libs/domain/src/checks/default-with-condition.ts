import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** The condition of a default flow is never evaluated (BPMN 2.0.2 table 8.50): whoever wrote it expects otherwise. */
export const defaultWithCondition: Check = {
  id: 'default-with-condition',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes.flatMap((node) =>
        'defaultFlow' in node
          ? index
              .outgoing(node.id)
              .filter((flow) => flow.id === node.defaultFlow && flow.condition !== null)
              .map((flow) =>
                error(
                  'default-with-condition',
                  flow.id,
                  `默认连线${called(flow)}上写了条件，这个条件不会起作用。`,
                  '请删除条件，或取消“默认”。',
                  'conditionExpression',
                ),
              )
          : [],
      );
    }),
};
