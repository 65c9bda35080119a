import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A call activity names a process or global task of the file, or a published flow. */
export const calledFlowUnknown: Check = {
  id: 'called-flow-unknown',
  run: (model, { flows }) => {
    const inFile = new Set([model.processId, ...model.others.map((other) => other.id)]);
    return nodesOf(model).flatMap((node) => {
      if (node.kind !== 'callActivity') return [];
      const cure = '请在右侧“调用的流程”里选择一个已发布的流程。';
      if (node.called === null) {
        return [error('called-flow-unknown', node.id, `${called(node)}没有写调用哪个流程。`, cure, 'calledElement')];
      }
      if (flows === undefined || inFile.has(node.called) || flows.includes(node.called)) return [];
      const message = `${called(node)}调用的流程“${node.called}”还没有发布。`;
      return [error('called-flow-unknown', node.id, message, cure, 'calledElement')];
    });
  },
};
