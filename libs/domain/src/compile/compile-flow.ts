import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { FlowModel, Scope, SequenceFlow } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import { checkFlow } from '../checks/check-flow.js';
import type { CompiledFlow, CompiledNode, CompiledScope, CompiledSequenceFlow } from './compiled-flow.js';
import { compiledNode } from './compiled-node.js';
import { compiledScope } from './compiled-scope.js';
import { compileScope } from './compile-scope.js';
import type { MachineJson } from './machine-json.js';

/** A checked model → the flow as JSON. Findings that are errors refuse it; warnings do not. */
export function compileFlow(model: FlowModel): Result<CompiledFlow, readonly Finding[]> {
  const errors = checkFlow(model).filter((finding) => finding.severity === 'error');
  return errors.length > 0 ? fail(errors) : ok(compileModel(model));
}

interface Parts {
  readonly machines: Record<string, MachineJson>;
  readonly scopes: Record<string, CompiledScope>;
  readonly nodes: Record<string, CompiledNode>;
  readonly flows: Record<string, CompiledSequenceFlow>;
}

/** The compiler alone, for models that are known to hold only what runs. */
export function compileModel(model: FlowModel): CompiledFlow {
  const parts: Parts = { machines: {}, scopes: {}, nodes: {}, flows: {} };
  addScope(model.root, { kind: 'process', name: model.name }, parts);
  for (const other of model.others) addScope(other.root, { kind: other.kind, name: other.name }, parts);
  const called = new Set([model.processId, ...model.others.map((other) => other.id)]);
  for (const node of Object.values(parts.nodes)) {
    if (node.called !== undefined && called.has(node.called)) Object.assign(node, { inside: node.called });
  }
  return {
    format: 2,
    processId: model.processId,
    name: model.name,
    form: model.form,
    ...(model.dedupe !== null && { dedupe: model.dedupe }),
    ...(model.cancelUntil !== null && { cancelUntil: model.cancelUntil }),
    ...parts,
    ...(Object.keys(model.decisions).length > 0 && { decisions: model.decisions }),
  };
}

function addScope(scope: Scope, facts: Pick<CompiledScope, 'kind' | 'name' | 'parent'>, parts: Parts): void {
  const index = indexScope(scope);
  parts.machines[scope.id] = compileScope(scope);
  parts.scopes[scope.id] = compiledScope(scope, facts);
  for (const node of scope.nodes) parts.nodes[node.id] = compiledNode(node, scope, index);
  for (const flow of scope.flows) parts.flows[flow.id] = compiledSequenceFlow(flow, scope);
  for (const node of scope.nodes) {
    if (node.kind !== 'subProcess') continue;
    const { ordering, cancelRemaining, completionCondition } = node;
    addScope(node.scope, { kind: node.variant, name: node.name, parent: scope.id }, parts);
    if (node.variant !== 'adHoc') continue;
    Object.assign(parts.scopes[node.scope.id] ?? {}, {
      ...(ordering === 'sequential' && { ordering }),
      ...(!cancelRemaining && { keepsRemaining: true }),
      ...(completionCondition !== null && { completionCondition: completionCondition.text }),
    });
  }
}

function compiledSequenceFlow(flow: SequenceFlow, scope: Scope): CompiledSequenceFlow {
  const ends = { name: flow.name, source: flow.source, target: flow.target, scope: scope.id };
  return flow.condition === null ? ends : { ...ends, when: flow.condition.text };
}
