import type { JsonObject } from '@chengban/domain';

export type OutsideTopic = 'mail.send' | 'webhook.send';

/** A message on its way out of the house. Its id is what the receiver discards repetitions by. */
export interface OutsideMessage {
  readonly tenant: string;
  readonly id: string;
  readonly topic: OutsideTopic;
  readonly lane: string;
  readonly payload: JsonObject;
  readonly createdAt: Date;
  readonly leasedUntil: Date;
}

/**
 * Somebody who carries messages out. Called outside any transaction, and perhaps twice for the same message (the process
 * died after sending). A thrown error means: try again later; it says in Chinese what is wrong, and no secret.
 */
export interface Sender {
  readonly topic: OutsideTopic;
  /** how many of one lane may be on their way at once */
  readonly perLane: number;
  send(message: OutsideMessage): Promise<void>;
}

/** The injection token of the list of senders. */
export const SENDERS = Symbol('senders of what leaves the house');
