import type { Instant } from '@chengban/domain';

/** The only source of the current time in the API. Tests give one they can move. */
export abstract class Clock {
  /** epoch milliseconds */
  abstract now(): Instant;

  date(): Date {
    return new Date(this.now());
  }
}

export class SystemClock extends Clock {
  override now(): Instant {
    return Date.now();
  }
}
