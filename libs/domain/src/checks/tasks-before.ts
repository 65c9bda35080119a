import type { FlowModel, FlowNode, Scope, UserTask } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import { startsOf, successors } from './successors.js';
import type { Successors } from './successors.js';

/** What people may have done before they come to a task of the process that an instance runs. */
export interface Before {
  /** a path from the start comes there before anybody has done anything */
  canBeFirst(taskId: string): boolean;
  /** the other tasks that may have been passed; null where it is not known: called flows, events at any time */
  passed(taskId: string): readonly UserTask[] | null;
}

export function tasksBefore(model: FlowModel): Before {
  const next = successors(model);
  const nodes = new Map(nodesRun(model.root).map((node) => [node.id, node]));
  const isPeoplesWork = (id: string): boolean => ['userTask', 'callActivity'].includes(nodes.get(id)?.kind ?? '');
  const first = new Set(startsOf(model.root, indexScope(model.root)));
  for (const id of first) if (!isPeoplesWork(id)) for (const to of next.get(id) ?? []) first.add(to);
  const sources = reversed(next);
  return {
    canBeFirst: (id) => first.has(id),
    passed: (id) => {
      if (!nodes.has(id)) return null;
      const seen = new Set([id]);
      for (const at of seen) for (const from of sources.get(at) ?? []) seen.add(from);
      seen.delete(id);
      const earlier = [...nodes.values()].filter((node) => seen.has(node.id));
      return earlier.some((node) => node.kind === 'callActivity')
        ? null
        : earlier.filter((node) => node.kind === 'userTask');
    },
  };
}

function reversed(next: Successors): Successors {
  const sources = new Map<string, string[]>();
  for (const [id, targets] of next) {
    for (const target of targets) {
      const known = sources.get(target);
      if (known) known.push(id);
      else sources.set(target, [id]);
    }
  }
  return sources;
}

/** Nodes that are reached in turn: what an event sub-process holds may come at any time. */
const nodesRun = (scope: Scope): readonly FlowNode[] =>
  scope.nodes.flatMap((node) =>
    node.kind === 'subProcess' ? (node.variant === 'event' ? [] : [node, ...nodesRun(node.scope)]) : [node],
  );
