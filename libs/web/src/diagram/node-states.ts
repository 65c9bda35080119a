import type { DiagramState } from '../api/types';
import { kindName, type DrawnKind } from '../dictionary/kind-names';

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
  businessObject?: DrawnKind & { name?: string };
}

const stateOf = (id: string, diagram: DiagramState | undefined): NodeState =>
  diagram?.active.includes(id) ? 'active' : diagram?.done.includes(id) ? 'done' : 'ahead';

/** What a matter passes on its way; pools, data and lines are drawing, not content. */
const NODE = /(Task|Event|Gateway|SubProcess|Transaction|CallActivity)$/;

/** Nodes that people know, from left to right; unnamed gateways are drawing as well. */
export function nodesInWords(elements: readonly Drawn[], diagram: DiagramState | undefined): NodeInWords[] {
  return elements
    .flatMap((element) => {
      // the plane of a folded sub-process has its type and no place
      const { type = '', labelTarget, businessObject, x } = element;
      const isNode = !labelTarget && x !== undefined && businessObject !== undefined && NODE.test(type);
      return isNode && (businessObject.name || !type.includes('Gateway')) ? [{ ...element, businessObject }] : [];
    })
    .sort((a, b) => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0))
    .map(({ id, businessObject }) => {
      const kind = kindName(businessObject);
      return { id, name: businessObject.name || kind, kind, state: stateOf(id, diagram) };
    });
}
