import { Clock } from '../../apps/api/src/database/clock.js';

/** Time that stands still until it is told to move. */
export class FakeClock extends Clock {
  private instant: number;

  constructor(start = '2024-11-01T01:00:00Z') {
    super();
    this.instant = Date.parse(start);
  }

  override now(): number {
    return this.instant;
  }

  set(iso: string): void {
    this.instant = Date.parse(iso);
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.instant += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
