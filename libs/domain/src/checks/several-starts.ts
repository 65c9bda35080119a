import { scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Starts with a message, signal or timer are told apart by what happens; plain ones by nothing. */
export const severalStarts: Check = {
  id: 'several-starts',
  run: (model) =>
    scopesOf(model).flatMap((scope) =>
      scope.nodes
        .filter((node) => node.kind === 'startEvent' && node.triggers.length === 0)
        .slice(1)
        .map((node) =>
          error(
            'several-starts',
            node.id,
            `${called(node)}是多出来的开始事件，同一层只能有一个。`,
            '请只留一个开始事件；从哪里开始不同的，用排他网关分开。',
          ),
        ),
    ),
};
