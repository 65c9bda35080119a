import type { BoundaryEvent, FlowNode, Scope, Trigger } from '../bpmn/model.js';
import { scopesOf } from '../bpmn/walk.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';

/** Activities that only people or messages complete: nothing in them can go wrong with an error (§10.5.6). */
const WITHOUT_ERRORS = ['userTask', 'manualTask', 'task', 'receiveTask'];

/** An error boundary catches what is thrown inside the activity it sits on; where nothing throws it waits in vain. */
export const errorBoundary: Check = {
  id: 'error-boundary',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
      return scope.nodes.flatMap((node) => {
        if (node.kind !== 'boundaryEvent') return [];
        const errors = node.triggers.filter((trigger) => trigger.kind === 'error');
        const host = nodes.get(node.attachedTo);
        return host === undefined || errors.length === 0 ? [] : findings(node, errors, host);
      });
    }),
};

type ErrorTrigger = Extract<Trigger, { kind: 'error' }>;

function findings(event: BoundaryEvent, errors: readonly ErrorTrigger[], host: FlowNode) {
  if (WITHOUT_ERRORS.includes(host.kind)) {
    return [
      error(
        'error-boundary',
        event.id,
        `边界错误事件${called(event)}放在${called(host)}上，这种节点不会抛出错误。`,
        '请把它移到服务任务、脚本任务或里面有错误结束事件的子流程上，或删除它。',
      ),
    ];
  }
  if (host.kind !== 'subProcess') return [];
  const thrown = errorsIn(host.scope);
  if (thrown === 'any' || errors.some(({ code }) => (code === null ? thrown.length > 0 : thrown.includes(code)))) {
    return [];
  }
  return [
    warning(
      'error-boundary',
      event.id,
      `子流程${called(host)}里没有${called(event)}要捕获的错误，这条路永远不会走。`,
      '请在子流程里加上相同错误的结束事件，或删除这个边界事件。',
    ),
  ];
}

/** Codes thrown somewhere inside; `any` where a handler, a script or another flow decides which. */
function errorsIn(scope: Scope): readonly (string | null)[] | 'any' {
  const codes: (string | null)[] = [];
  for (const node of scope.nodes) {
    if (node.kind === 'endEvent') {
      for (const trigger of node.triggers) if (trigger.kind === 'error') codes.push(trigger.code);
    } else if (node.kind === 'subProcess') {
      const inside = errorsIn(node.scope);
      if (inside === 'any') return 'any';
      codes.push(...inside);
    } else if (throwsByItself(node)) return 'any';
  }
  return codes;
}

const throwsByItself = ({ kind }: FlowNode): boolean =>
  kind === 'serviceTask' ||
  kind === 'scriptTask' ||
  kind === 'businessRuleTask' ||
  kind === 'sendTask' ||
  kind === 'callActivity';
