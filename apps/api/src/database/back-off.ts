const MAX_PAUSE_MINUTES = 60;

/**
 * SQL: when a row that failed `attempts` times before is tried again, later and later. The longest pause is reached
 * after a few tries; the power is cut as well, or after a thousand it would be more than a number holds.
 * @param now SQL expression of the moment it failed
 */
export const backOff = (now: string): string =>
  `${now} + least(power(2, least(attempts, 10)), ${MAX_PAUSE_MINUTES}) * interval '1 minute'`;
