import type { FlowModel } from '@chengban/domain';

type MessageFlow = FlowModel['messageFlows'][number];

/** What our model leaves out and the simulator goes by: the pools' ids, and where message flows touch a task. */
export interface Drawing {
  poolOf(process: string): string | null;
  /** whether an event on a border ends what it sits on */
  interrupts(event: string): boolean;
  /** message flows of a task from left to right */
  inOrder(flows: readonly MessageFlow[], nodeId: string): readonly MessageFlow[];
}

export function readDrawing(xml: string): Drawing {
  const pools = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?participant\s[^>]*>/g)) {
    const [id, process] = [attribute(tag, 'id'), attribute(tag, 'processRef')];
    if (id !== null && process !== null) pools.set(process, id);
  }
  const beside = new Set<string | null>();
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?boundaryEvent\s[^>]*>/g)) {
    if (attribute(tag, 'cancelActivity') === 'false') beside.add(attribute(tag, 'id'));
  }
  const ends = new Map<string, readonly [number, number]>();
  for (const [, open = '', inside = ''] of xml.matchAll(
    /(<(?:[\w.-]+:)?BPMNEdge\s[^>]*>)([\s\S]*?)<\/(?:[\w.-]+:)?BPMNEdge>/g,
  )) {
    const xs = [...inside.matchAll(/<(?:[\w.-]+:)?waypoint\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'x')));
    ends.set(attribute(open, 'bpmnElement') ?? '', [xs[0] ?? 0, xs.at(-1) ?? 0]);
  }
  const touches = (flow: MessageFlow, nodeId: string): number =>
    ends.get(flow.id)?.[flow.source === nodeId ? 0 : 1] ?? 0;
  return {
    interrupts: (event) => !beside.has(event),
    poolOf: (process) => pools.get(process) ?? null,
    inOrder: (flows, nodeId) => [...flows].sort((a, b) => touches(a, nodeId) - touches(b, nodeId)),
  };
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
