import type { JsonObject } from '@chengban/domain';

export interface Delivery {
  readonly tenant: string;
  readonly id: string;
  readonly topic: string;
  readonly payload: JsonObject;
  readonly createdAt: Date;
}

/**
 * Somebody who is told of messages. It may be told of the same one twice (the process died after telling and before
 * noting it), and discards the second by its id. A thrown error means: tell me again later.
 */
export interface Consumer {
  readonly name: string;
  takes(topic: string): boolean;
  deliver(message: Delivery): Promise<void>;
}

/** The injection token of the list of consumers. */
export const CONSUMERS = Symbol('outbox consumers');
