import type { FlowNode, Scope } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import type { CompiledScope } from './compiled-flow.js';

/** Where a scope starts, what can start it from outside, what is defined in it. */
export function compiledScope(scope: Scope, facts: Pick<CompiledScope, 'kind' | 'name' | 'parent'>): CompiledScope {
  const { incoming } = indexScope(scope);
  const events = scope.nodes.filter((node) => node.kind === 'startEvent');
  const plain = events.filter((node) => node.triggers.length === 0);
  // §13.3.4: without start events everything that no flow leads to starts with the scope.
  const loose = scope.nodes.filter((node) => incoming(node.id).length === 0 && startsByItself(node));
  const triggered = [...events.filter((node) => node.triggers.length > 0), ...loose.filter(instantiates)].map(
    (node) => node.id,
  );
  const byItself = loose.filter((node) => !instantiates(node));
  const starts = events.length > 0 ? plain : byItself;
  const eventScopes = scope.nodes.flatMap((node) =>
    node.kind === 'subProcess' && node.variant === 'event' ? [node.scope.id] : [],
  );
  return {
    ...facts,
    starts: starts.map((node) => node.id),
    ...(events.length > 0 && byItself.length > 0 && { loose: byItself.map((node) => node.id) }),
    ...(triggered.length > 0 && { triggered }),
    ...(eventScopes.length > 0 && { eventScopes }),
    ...(scope.data.length > 0 && { data: Object.fromEntries(scope.data.map((item) => [item.name, item.initial])) }),
  };
}

function startsByItself(node: FlowNode): boolean {
  if (node.kind === 'startEvent' || node.kind === 'boundaryEvent' || node.kind === 'unsupported') return false;
  if (node.kind === 'subProcess' && node.variant === 'event') return false;
  if (node.kind === 'intermediateCatchEvent') return !node.triggers.some((trigger) => trigger.kind === 'link');
  return !('forCompensation' in node && node.forCompensation);
}

const instantiates = (node: FlowNode): boolean =>
  (node.kind === 'receiveTask' || node.kind === 'eventBasedGateway') && node.instantiate;
