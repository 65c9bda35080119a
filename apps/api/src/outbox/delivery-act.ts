/** What somebody decided about a message or a time that did not arrive. Rows keep all of them, the oldest first. */
export interface DeliveryAct {
  readonly verb: 'retry' | 'abandon' | 'redeliver';
  /** ISO 8601 */
  readonly at: string;
  /** a person; null: the system, which lets go what nobody takes */
  readonly by: string | null;
  /** why it was given up */
  readonly reason?: string;
}

/** Fewer tries than this mend themselves: a flow that comes a little later, a database that was away. */
export const TRIES_BEFORE_LISTED = 3;
