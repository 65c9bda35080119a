import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from '../modeler/moddle.js';

export interface Step {
  node: Shape;
  /** in how many sub-processes it lies */
  depth: number;
}

/**
 * Nodes as a reader follows them: from the starts along the lines, what hangs loose at the end from left to right; what
 * lies inside a sub-process comes right after it, before what follows it.
 */
export function inFlowOrder(nodes: readonly Element[]): Step[] {
  const byPlace = [...(nodes as Shape[])].sort((a, b) => a.x - b.x || a.y - b.y);
  const known = new Set<Shape>(byPlace);
  const scopeOf = (node: Shape): Shape | null => (known.has(node.parent as Shape) ? (node.parent as Shape) : null);
  const told = (scope: Shape | null, depth: number): Step[] =>
    alongTheLines(byPlace.filter((node) => scopeOf(node) === scope)).flatMap((node) => [
      { node, depth },
      ...told(node, depth + 1),
    ]);
  return told(null, 0);
}

/** The nodes of one scope. */
function alongTheLines(nodes: readonly Shape[]): Shape[] {
  const known = new Set(nodes);
  const ordered = new Set<Shape>();
  const follow = (from: readonly Shape[]): void => {
    const waiting = [...from];
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      if (ordered.has(node) || !known.has(node)) continue;
      ordered.add(node);
      const targets = (node.outgoing as Connection[]).map((line) => line.target as Shape);
      waiting.push(...((node.attachers as Shape[] | undefined) ?? []), ...targets);
    }
  };
  follow(nodes.filter((node) => is(node, 'bpmn:StartEvent')));
  follow(nodes);
  return [...ordered];
}
