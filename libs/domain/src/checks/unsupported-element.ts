import type { Finding } from '../shared/finding.js';
import type { FlowModel } from '../bpmn/model.js';
import { supportOf } from '../bpmn/supported-elements.js';
import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

export const unsupportedElement: Check = {
  id: 'unsupported-element',
  run: (model: FlowModel): readonly Finding[] => {
    const nodes = nodesOf(model).flatMap((node) => (node.kind === 'unsupported' ? [node] : []));
    return [...nodes, ...model.unsupported].map((part) => {
      const { name, reason, cure } = supportOf(part.element);
      return error(
        'unsupported-element',
        part.id,
        `${called(part)}是${name}，不能运行：${reason}。`,
        cure ?? '请删除它。',
      );
    });
  },
};
