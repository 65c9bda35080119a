import type { AssignmentNames, FlowNode } from '@chengban/domain';

/** Names of what the drawing only knows by id or key; an unknown one stays as it is. */
export interface Names {
  unit: (id: string) => string;
  person: (id: string) => string;
  role: (key: string) => string;
  outcome: (key: string) => string;
  /** title of a form field */
  field: (name: string) => string;
  /** an element's kind by its key in the table of supported elements; `beside`: leaves its activity running */
  kind: (key: string, beside: boolean) => string;
  /** a program of the server */
  handler: (name: string) => string;
}

const VARIANTS = {
  embedded: 'bpmn:SubProcess',
  event: 'bpmn:SubProcess/event',
  transaction: 'bpmn:Transaction',
  adHoc: 'bpmn:AdHocSubProcess',
} as const;

/** «环节“司法局审核”», or the kind alone where the node has no name of its own. */
export function nodeTitle(node: FlowNode, names: Names): string {
  const kind = kindOf(node, names);
  return node.name && node.name !== kind ? `${kind}“${node.name}”` : kind;
}

function kindOf(node: FlowNode, names: Names): string {
  if (node.kind === 'userTask') return '环节';
  if (node.kind === 'unsupported') return names.kind(node.element, false);
  if (node.kind === 'subProcess') return names.kind(VARIANTS[node.variant], false);
  const type = `bpmn:${node.kind.charAt(0).toUpperCase()}${node.kind.slice(1)}`;
  if (!('triggers' in node)) return names.kind(type, false);
  const several = 'parallelMultiple' in node && node.parallelMultiple ? 'parallelMultiple' : 'multiple';
  const trigger = node.triggers.length > 1 ? several : node.triggers[0]?.kind;
  const beside = node.kind === 'boundaryEvent' && !node.interrupting;
  return names.kind(trigger ? `${type}/${trigger}` : type, beside);
}

/** As assignments are told: `承办单位审核人`. */
export const assignmentNames = (names: Names): AssignmentNames => ({
  ...names,
  unit: (id) => UNITS[id] ?? (id.startsWith('=') ? `“${id.slice(1).trim()}”所指单位` : names.unit(id)),
  of: '',
});

const UNITS: Readonly<Record<string, string>> = { responsible: '承办单位', supervisor: '主管单位' };
