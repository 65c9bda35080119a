/** What the words for a part of a month mean, as days of the month. */
export interface DeadlinePolicy {
  /** 上旬前 */
  readonly earlyMonthDay: number;
  /** 中旬前 */
  readonly midMonthDay: number;
}

export const DEFAULT_DEADLINE_POLICY: DeadlinePolicy = { earlyMonthDay: 10, midMonthDay: 20 };
