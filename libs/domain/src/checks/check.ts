import type { Finding } from '../shared/finding.js';
import type { FlowModel } from '../bpmn/model.js';

/** A field of the form that drafts fill in, as far as conditions and assignments care. */
export interface FieldType {
  readonly title?: string;
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly enum?: readonly string[];
  /** `person` or `unit`: the value is an id of one */
  readonly format?: string;
  /** of a list */
  readonly items?: { readonly type?: string; readonly format?: string };
}

/** What is known besides the drawing. What is absent is not known, and what asks for it is not checked. */
export interface CheckContext {
  readonly form?: {
    readonly title: string;
    readonly schema: {
      readonly properties: Readonly<Record<string, FieldType>>;
      readonly required?: readonly string[];
    };
  };
  /** names of the server's handlers for service tasks */
  readonly handlers?: readonly string[];
  /** by the handler's name: what it cannot do without */
  readonly handlerNeeds?: Readonly<Record<string, readonly string[]>>;
  /** keys of published flows that call activities may name */
  readonly flows?: readonly string[];
  /** whom an assignment may name: ids of units, roles, ids of persons */
  readonly people?: {
    readonly units: readonly string[];
    readonly roles: readonly string[];
    readonly persons: readonly string[];
  };
}

/** One rule: its id is the finding's code and the name of its page in docs/checks. */
export interface Check {
  readonly id: string;
  run(model: FlowModel, context: CheckContext): readonly Finding[];
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
