import type { JsonObject } from '@chengban/domain';

export interface Delivery {
  readonly tenant: string;
  readonly id: string;
  readonly topic: string;
  readonly payload: JsonObject;
  readonly createdAt: Date;
  /** since when it may wait to be taken: since it was made, or since somebody last asked for it */
  readonly waitsSince: Date;
}

/** Nobody takes the message, and it is not to be tried any more by itself; why, in words. */
export interface LetGo {
  readonly letGo: string;
}

/**
 * Somebody who is told of messages. It may be told of the same one twice (the process died after telling and before
 * noting it), and discards the second by its id. A thrown error means: tell me again later.
 */
export interface Consumer {
  readonly name: string;
  takes(topic: string): boolean;
  deliver(message: Delivery): Promise<void | LetGo>;
}

/** The injection token of the list of consumers. */
export const CONSUMERS = Symbol('outbox consumers');
