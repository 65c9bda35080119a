import type { Finding } from '../shared/finding.js';
import type { FlowModel } from '../bpmn/model.js';

/** One rule: its id is the finding's code and the name of its page in docs/checks. */
export interface Check {
  readonly id: string;
  run(model: FlowModel): readonly Finding[];
}

/** How a node is called in a message: its name, else its id. */
export const called = (node: { readonly id: string; readonly name: string }): string =>
  `“${node.name === '' ? node.id : node.name}”`;

export const error = (code: string, elementId: string, message: string, cure: string, property?: string): Finding => ({
  code,
  severity: 'error',
  message,
  cure,
  at: property === undefined ? { elementId } : { elementId, property },
});

export const warning = (
  code: string,
  elementId: string,
  message: string,
  cure: string,
  property?: string,
): Finding => ({
  ...error(code, elementId, message, cure, property),
  severity: 'warning',
});
