import { scopesOf } from '../bpmn/walk.js';
import type { SequenceFlow } from '../bpmn/model.js';
import { warning } from './check.js';
import type { Check } from './check.js';

/** Two flows between the same two nodes lead the flow there twice, or hide one condition behind the other. */
export const duplicateFlow: Check = {
  id: 'duplicate-flow',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const seen = new Map<string, SequenceFlow>();
      return scope.flows.flatMap((flow) => {
        const key = JSON.stringify([flow.source, flow.target, flow.condition?.text ?? null]);
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, flow);
          return [];
        }
        const message = `从“${flow.source}”到“${flow.target}”画了两条一样的连线。`;
        return [warning('duplicate-flow', flow.id, message, '请删除其中一条。')];
      });
    }),
};
