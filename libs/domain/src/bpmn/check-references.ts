import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';
import type { FlowModel, FlowNode, Scope } from './model.js';
import { nodesOf, scopesOf } from './walk.js';

// What moddle takes for an id, without ':': the compiler's own state names start with it.
const ID = /^[a-z_][\w.-]*$/i;

/** Ids are usable and unique in the file; every flow joins two nodes of its own scope, and so does every reference. */
export function checkReferences(model: FlowModel): readonly Finding[] {
  const all = new Set(nodesOf(model).map((node) => node.id));
  return [...idFindings(model), ...scopesOf(model).flatMap((scope) => scopeFindings(scope, all))];
}

function idFindings(model: FlowModel): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const look = (id: string, what: string): void => {
    if (!isUsable(id)) findings.push(id === '' ? problems.missingId(what) : problems.badId(id));
    else if (seen.has(id)) findings.push(problems.duplicateId(id));
    seen.add(id);
  };
  for (const id of [model.processId, ...model.others.map((other) => other.id)]) look(id, '流程');
  for (const { nodes, flows } of scopesOf(model)) for (const { id } of [...nodes, ...flows]) look(id, '元素');
  return findings;
}

/** Ids become keys of plain objects in the machine, so the names that every object has are not free. */
const isUsable = (id: string): boolean => id.length <= 200 && ID.test(id) && !(id in {}) && id !== '__proto__';

function scopeFindings({ nodes, flows }: Scope, all: ReadonlySet<string>): readonly Finding[] {
  const own = new Map(nodes.map((node) => [node.id, node]));
  const crossing = flows
    .filter((flow) => !own.has(flow.source) || !own.has(flow.target))
    .map((flow) =>
      all.has(flow.source) && all.has(flow.target) ? problems.crossingFlow(flow.id) : problems.danglingFlow(flow.id),
    );
  const sources = new Map(flows.map((flow) => [flow.id, flow.source]));
  return [...crossing, ...nodes.flatMap((node) => [...boundaryFindings(node, own), ...defaultFindings(node, sources)])];
}

function boundaryFindings(node: FlowNode, own: ReadonlyMap<string, FlowNode>): readonly Finding[] {
  if (node.kind !== 'boundaryEvent') return [];
  const host = own.get(node.attachedTo);
  const handler = node.handler === null || own.has(node.handler) ? [] : [problems.foreignHandler(node.id)];
  const fits = host !== undefined && ('loop' in host || host.kind === 'unsupported');
  return fits ? handler : [problems.detachedBoundary(node.id), ...handler];
}

const defaultFindings = (node: FlowNode, sources: ReadonlyMap<string, string>): readonly Finding[] =>
  'defaultFlow' in node && node.defaultFlow !== null && sources.get(node.defaultFlow) !== node.id
    ? [problems.foreignDefault(node.id)]
    : [];
