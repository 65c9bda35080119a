import { nodesOf } from '../bpmn/walk.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';

/**
 * What a handler cannot do without is mapped into its task. Without any mapping it is given all variables, among which
 * it may be.
 */
export const handlerInput: Check = {
  id: 'handler-input',
  run: (model, { handlerNeeds = {} }) =>
    nodesOf(model).flatMap((node) => {
      if (node.kind !== 'serviceTask' || node.handler === null) return [];
      const given = new Set(node.inputs.map(({ to }) => to));
      const missing = (handlerNeeds[node.handler] ?? []).filter((name) => !given.has(name));
      if (missing.length === 0) return [];
      const tell = given.size === 0 ? warning : error;
      const message = `${called(node)}没有交给处理程序它要用的“${missing.join('”“')}”，运行到这里会停下来。`;
      const cure = `请在右侧“带入”里加上：${missing.join('、')}。`;
      return [tell('handler-input', node.id, message, cure, 'inputs')];
    }),
};
