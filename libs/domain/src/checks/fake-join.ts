import type { FlowNode, Scope } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { dominatorsOf } from './soundness/graph/dominance.js';
import { soundness } from './soundness/soundness.js';

/** Branches that run at once and meet without a parallel join are not joined: what follows runs once per branch (§13.3.1). */
export const fakeJoin: Check = {
  id: 'fake-join',
  run: (model) => {
    const scopes = soundness(model).scopes;
    const safe = new Set(scopes.filter((each) => each.properties.noSecondToken === true).map((each) => each.scopeId));
    return scopesOf(model)
      .filter((scope) => !safe.has(scope.id) && scope.nodes.some(({ kind }) => kind === 'parallelGateway'))
      .flatMap(meetings)
      .map((node) =>
        warning(
          'fake-join',
          node.id,
          `几条同时走的线直接连到${called(node)}，它会办理不止一次。`,
          '请在它前面加一个并行网关汇合。',
        ),
      );
  },
};

const JOINS = ['parallelGateway', 'inclusiveGateway', 'complexGateway', 'endEvent', 'unsupported'];

/**
 * Nodes to which ways lead from one parallel split that have nothing but the split in common: those whose immediate
 * dominator it is, and that several flows lead to which do not come round from the node itself.
 */
function meetings(scope: Scope): readonly FlowNode[] {
  const index = indexScope(scope);
  const numbers = new Map(scope.nodes.map((node, at) => [node.id, at + 1]));
  const number = (id: string): number => numbers.get(id) ?? 0;
  const arrows = new Map<number, readonly number[]>([
    [0, scope.nodes.filter((node) => node.kind !== 'boundaryEvent' && index.incoming(node.id).length === 0).map(idOf)],
  ]);
  function idOf({ id }: FlowNode): number {
    return number(id);
  }
  for (const node of scope.nodes) {
    const behind = index.outgoing(node.id).map((flow) => number(flow.target));
    arrows.set(number(node.id), [...behind, ...index.boundaries(node.id).map(idOf)]);
  }
  const above = dominatorsOf(0, arrows);
  const comesRound = (from: number, to: number): boolean => {
    let at = from;
    while (at !== to && at !== 0) at = above.get(at) ?? 0;
    return at === to;
  };
  return scope.nodes.filter((node) => {
    if (JOINS.includes(node.kind)) return false;
    const at = number(node.id);
    const split = scope.nodes[(above.get(at) ?? 0) - 1];
    if (split?.kind !== 'parallelGateway') return false;
    const from = index.incoming(node.id).map((flow) => number(flow.source));
    return from.filter((each) => above.has(each) && !comesRound(each, at)).length > 1;
  });
}
