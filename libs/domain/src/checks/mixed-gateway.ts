import type { NodeKind } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

const GATEWAYS: readonly NodeKind[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway'];

/** A gateway that joins and splits at once is legal (§10.6.1) and read wrongly by most people. */
export const mixedGateway: Check = {
  id: 'mixed-gateway',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes
        .filter((node) => GATEWAYS.includes(node.kind))
        .filter((node) => index.incoming(node.id).length > 1 && index.outgoing(node.id).length > 1)
        .map((node) =>
          warning(
            'mixed-gateway',
            node.id,
            `网关${called(node)}既汇合又分开，容易看错。`,
            '请拆成两个网关：前一个只汇合，后一个只分开。',
          ),
        );
    }),
};
