import type { DiagramState } from '../api/types';
import { nodeKinds } from '../dictionary/words';

export type NodeState = 'active' | 'done' | 'ahead';

/** One node of the drawing in words: the same facts as the picture for those who cannot see it. */
export interface NodeInWords {
  id: string;
  name: string;
  kind: string;
  state: NodeState;
}

export const nodeStateWords: Record<NodeState, string> = { active: '办理中', done: '已办', ahead: '未到' };

/** The part of a bpmn-js element that is read here. */
interface Drawn {
  id: string;
  type?: string;
  x?: number;
  y?: number;
  labelTarget?: unknown;
  businessObject?: { name?: string };
}

const stateOf = (id: string, diagram: DiagramState | undefined): NodeState =>
  diagram?.active.includes(id) ? 'active' : diagram?.done.includes(id) ? 'done' : 'ahead';

/** Nodes that people know, from left to right; unnamed gateways and lines are drawing, not content. */
export function nodesInWords(elements: readonly Drawn[], diagram: DiagramState | undefined): NodeInWords[] {
  return elements
    .filter(
      (element) =>
        !element.labelTarget &&
        element.type &&
        nodeKinds[element.type] &&
        (element.businessObject?.name || !element.type.includes('Gateway')),
    )
    .sort((a, b) => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0))
    .map((element) => {
      const kind = nodeKinds[element.type ?? ''] ?? '';
      return { id: element.id, name: element.businessObject?.name || kind, kind, state: stateOf(element.id, diagram) };
    });
}
