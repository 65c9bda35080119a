import type { JsonObject } from '@chengban/domain';
import type { HandlerName } from '../../config/handler-names.js';
import type { InStep } from '../../instances/instances.module.js';

/** What a handler is given. The same work may come twice (a process died); `id` is the same then. */
export interface Work {
  readonly tenant: string;
  readonly id: string;
  readonly instanceId: string;
  readonly obligationId: string;
  /** what the drawing maps into the task, else all variables it sees */
  readonly input: JsonObject;
  readonly signal: AbortSignal;
}

/**
 * Done, with the variables it brings; or a BPMN error that the drawing may catch; or work on our own database, which is
 * decided while the flow's lock is held and written with its step or not at all.
 */
export type HandlerAnswer =
  | { readonly kind: 'done'; readonly variables: JsonObject }
  | { readonly kind: 'error'; readonly code: string }
  | InStep;

/** A program of the server that service tasks may name. What is not in the list cannot be run by any drawing. */
export interface Handler {
  /** as drawings write it */
  readonly name: HandlerName;
  /** as the designer shows it */
  readonly title: string;
  /** what it reads from its input, for the person who draws */
  readonly help: string;
  /** @throws what went wrong, in words: it is tried again later and later, then becomes an incident */
  run(work: Work): Promise<HandlerAnswer>;
}

/** The injection token of the list of handlers. */
export const HANDLERS = Symbol('handlers of service tasks');

/** A failure that no second try can mend: it becomes an incident at once. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}
