import type { FlowModel, Scope } from '../../bpmn/model.js';
import { indexScope, scopesOf } from '../../bpmn/walk.js';

/** Scopes whose shape is whole enough to be played; what is broken in the others has a finding of its own already. */
export const explorable = (model: FlowModel): readonly Scope[] => scopesOf(model).filter(isWhole);

function isWhole(scope: Scope): boolean {
  const index = indexScope(scope);
  const starts = scope.nodes.filter((node) => node.kind === 'startEvent');
  return (
    starts.length === 1 &&
    scope.nodes.every((node) => {
      const [incoming, outgoing] = [index.incoming(node.id).length, index.outgoing(node.id).length];
      switch (node.kind) {
        case 'unsupported':
          return false;
        case 'startEvent':
        case 'timerBoundary':
        case 'errorBoundary':
          return incoming === 0 && outgoing === 1;
        case 'endEvent':
        case 'errorEndEvent':
          return incoming > 0 && outgoing === 0;
        case 'exclusiveGateway':
        case 'parallelGateway':
          return incoming > 0 && outgoing > 0;
        default:
          return incoming > 0 && outgoing === 1;
      }
    })
  );
}

/** The way there, for a message. */
export const wayThere = (path: readonly string[]): string =>
  path.length === 0 ? '流程一开始' : `依次${path.slice(0, 12).join('、')}之后`;
