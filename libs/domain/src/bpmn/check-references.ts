import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';
import type { FlowModel } from './model.js';
import { nodesOf, scopesOf } from './walk.js';

// What moddle takes for an id, without ':': the compiler's own state names start with it.
const ID = /^[a-z_][\w.-]*$/i;

/** Ids are usable and unique, and every flow joins two nodes of its own scope. */
export function checkReferences(model: FlowModel): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>([model.processId, ...model.others.map((other) => other.id)]);
  const all = new Set(nodesOf(model).map((node) => node.id));
  for (const id of seen) if (!isUsable(id)) findings.push(idProblem(id, '流程'));
  for (const scope of scopesOf(model)) {
    for (const { id } of [...scope.nodes, ...scope.flows]) {
      if (!isUsable(id)) findings.push(idProblem(id, '元素'));
      else if (seen.has(id)) findings.push(problems.duplicateId(id));
      seen.add(id);
    }
    const own = new Set(scope.nodes.map((node) => node.id));
    for (const flow of scope.flows) {
      if (own.has(flow.source) && own.has(flow.target)) continue;
      const known = all.has(flow.source) && all.has(flow.target);
      findings.push(known ? problems.crossingFlow(flow.id) : problems.danglingFlow(flow.id));
    }
    for (const node of scope.nodes) {
      if (node.kind === 'boundaryEvent' && (!own.has(node.attachedTo) || node.attachedTo === node.id))
        findings.push(problems.detachedBoundary(node.id));
    }
  }
  return findings;
}

/** Ids become keys of plain objects in the machine, so the names that every object has are not free. */
const isUsable = (id: string): boolean => id.length <= 200 && ID.test(id) && !(id in {}) && id !== '__proto__';

const idProblem = (id: string, what: string): Finding => (id === '' ? problems.missingId(what) : problems.badId(id));
