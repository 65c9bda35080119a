import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { FlowModel, FlowNode, Scope, SequenceFlow } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import type { FlowIndex } from '../bpmn/walk.js';
import { checkFlow } from '../checks/check-flow.js';
import { settleErrors } from './catches.js';
import type { CompiledFlow, CompiledNode, CompiledSequenceFlow } from './compiled-flow.js';
import { compileScope } from './compile-scope.js';
import { FAILED, stateKey } from './machine-json.js';
import type { MachineJson, StateJson } from './machine-json.js';

/** A checked model → the flow as JSON. Findings that are errors refuse it; warnings do not. */
export function compileFlow(model: FlowModel): Result<CompiledFlow, readonly Finding[]> {
  const errors = checkFlow(model).filter((finding) => finding.severity === 'error');
  return errors.length > 0 ? fail(errors) : ok(compileModel(model));
}

/** The compiler alone, for models that are known to hold only what runs. */
export function compileModel(model: FlowModel): CompiledFlow {
  const nodes: Record<string, CompiledNode> = {};
  const flows: Record<string, CompiledSequenceFlow> = {};
  for (const scope of scopesOf(model)) {
    const index = indexScope(scope);
    for (const node of scope.nodes) nodes[node.id] = compiledNode(node, scope, index);
    for (const flow of scope.flows) flows[flow.id] = compiledSequenceFlow(flow, scope);
  }
  return {
    format: 1,
    processId: model.processId,
    name: model.name,
    form: model.form,
    machine: machineOf(model),
    nodes,
    flows,
  };
}

function machineOf(model: FlowModel): MachineJson {
  const catches = settleErrors(model);
  const root = compileScope(model.root, true, catches);
  const id = stateKey(model.processId);
  const thrown = thrownIn(root);
  const loose = catches.uncaught.filter((end) => thrown.has(end));
  if (loose.length === 0) return { id, ...root };
  const failed: StateJson = { type: 'final' };
  return {
    id,
    ...root,
    states: { ...root.states, [FAILED]: failed },
    on: {
      error: loose.map((end) => ({
        guard: { type: 'isFrom', params: { ends: [end] } },
        target: `.${FAILED}`,
        actions: [{ type: 'reach', params: { node: end, outcome: 'failed' } }],
      })),
    },
  };
}

/** The error ends that raise an error, rather than being the end of the process themselves. */
function thrownIn(root: StateJson): ReadonlySet<string> {
  const thrown = new Set<string>();
  const visit = (state: StateJson): void => {
    for (const action of state.entry ?? []) if (action.type === 'throw') thrown.add(action.params.from);
    Object.values(state.states ?? {}).forEach(visit);
  };
  visit(root);
  return thrown;
}

function compiledNode(node: FlowNode, scope: Scope, index: FlowIndex): CompiledNode {
  const outgoing = index.outgoing(node.id).map((flow) => flow.id);
  const base = { kind: node.kind, name: node.name, scope: scope.id, outgoing };
  switch (node.kind) {
    case 'userTask':
      return {
        ...base,
        purpose: node.purpose,
        ...(node.assignment && { assignment: node.assignment }),
        ...(node.approveLabel !== null && { approveLabel: node.approveLabel }),
        ...(node.submitLabel !== null && { submitLabel: node.submitLabel }),
        ...(node.dueWorkdays !== null && { dueWorkdays: node.dueWorkdays }),
        ...(node.returnTo !== null && { returnTo: node.returnTo }),
      };
    case 'endEvent':
      return { ...base, outcome: node.outcome };
    case 'errorEndEvent':
      return { ...base, outcome: 'failed', ...(node.error !== null && { error: node.error }) };
    case 'exclusiveGateway':
      return { ...base, ...(node.defaultFlow !== null && { defaultFlow: node.defaultFlow }) };
    case 'timerBoundary':
      return { ...base, attachedTo: node.attachedTo, ...(node.timer !== null && { timer: node.timer }) };
    case 'errorBoundary':
      return { ...base, attachedTo: node.attachedTo, ...(node.error !== null && { error: node.error }) };
    default:
      return base;
  }
}

function compiledSequenceFlow(flow: SequenceFlow, scope: Scope): CompiledSequenceFlow {
  const ends = { name: flow.name, source: flow.source, target: flow.target, scope: scope.id };
  return flow.condition === null ? ends : { ...ends, when: flow.condition.text };
}
