import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Nothing leads into a start or a boundary event, nothing leads out of an end (BPMN 2.0.2 §10.5.2, §10.5.3, §10.5.4). */
export const flowDirection: Check = {
  id: 'flow-direction',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes.flatMap((node) => {
        const noIncoming = node.kind === 'startEvent' || node.kind === 'boundaryEvent';
        const noOutgoing = node.kind === 'endEvent';
        const wrong = [...(noIncoming ? index.incoming(node.id) : []), ...(noOutgoing ? index.outgoing(node.id) : [])];
        return wrong.map((flow) =>
          noIncoming
            ? error(
                'flow-direction',
                flow.id,
                `连线“${flow.id}”指向了${called(node)}，这种事件前面不能有连线。`,
                '请把连线改连到后面的办理节点。',
              )
            : error(
                'flow-direction',
                flow.id,
                `连线“${flow.id}”从结束事件${called(node)}出来，结束之后不能再走。`,
                '请删除这条连线，或把结束事件换成别的节点。',
              ),
        );
      });
    }),
};
