import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A service task is done by a program of the server's list; any other would stop the flow when it comes there. */
export const handlerUnknown: Check = {
  id: 'handler-unknown',
  run: (model, { handlers }) =>
    nodesOf(model).flatMap((node) => {
      if (node.kind !== 'serviceTask') return [];
      const { handler } = node;
      if (handler === null) {
        const cure = '请在右侧“处理程序”里选择一个。';
        return [error('handler-unknown', node.id, `${called(node)}没有写由哪个程序办理。`, cure, 'handler')];
      }
      if (handlers === undefined || handlers.includes(handler)) return [];
      const cure = `请改选服务器有的：${handlers.join('、')}。`;
      const message = `${called(node)}要由“${handler}”办理，服务器没有这个处理程序。`;
      return [error('handler-unknown', node.id, message, cure, 'handler')];
    }),
};
