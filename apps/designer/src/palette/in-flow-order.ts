import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from '../modeler/moddle.js';

/** Nodes as a reader follows them: from the starts along the lines, what hangs loose at the end from left to right. */
export function inFlowOrder(nodes: readonly Element[]): Shape[] {
  const byPlace = [...(nodes as Shape[])].sort((a, b) => a.x - b.x || a.y - b.y);
  const known = new Set<Shape>(byPlace);
  const ordered = new Set<Shape>();
  const follow = (from: readonly Shape[]): void => {
    const queue = [...from];
    for (let node = queue.shift(); node; node = queue.shift()) {
      if (ordered.has(node) || !known.has(node)) continue;
      ordered.add(node);
      const inside = byPlace.filter((one) => one.parent === node && is(one, 'bpmn:StartEvent'));
      const targets = (node.outgoing as Connection[]).map((line) => line.target as Shape);
      queue.push(...inside, ...((node.attachers as Shape[] | undefined) ?? []), ...targets);
    }
  };
  follow(byPlace.filter((node) => is(node, 'bpmn:StartEvent') && !(node.parent && known.has(node.parent as Shape))));
  follow(byPlace);
  return [...ordered];
}
