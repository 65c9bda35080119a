import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { SignInAttempt } from './sign-in-attempt.entity.js';

/** So many guesses in a row are free; then each further one costs twice the wait of the one before. */
const FREE_FAILURES = 5;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;

/** Slows guessing down per account name and network address, whether the account exists or not. */
@Injectable()
export class SignInAttemptStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a guess before the password is looked at, so that a hundred guesses at once are not a hundred free ones.
   * @returns 0 when the guess may be made, else the seconds to wait
   */
  async begin(tenant: string, account: string, address: string): Promise<number> {
    const now = this.clock.date();
    const manager = this.transactions.current();
    const allowed = await manager.query<unknown[]>(
      `INSERT INTO sign_in_attempt AS a (tenant, account, address, failures, last_at, blocked_until)
       VALUES ($1, $2, $3, 1, $4, $4)
       ON CONFLICT (tenant, account, address) DO UPDATE SET
         failures = CASE WHEN a.last_at < $4::timestamptz - make_interval(secs => 2 * $7::int) THEN 1 ELSE a.failures + 1 END,
         last_at = $4,
         blocked_until = CASE
           WHEN a.last_at < $4::timestamptz - make_interval(secs => 2 * $7::int) OR a.failures + 1 < $5::int THEN $4
           ELSE $4::timestamptz + make_interval(secs => least($7::int, $6::int * power(2, least(a.failures + 1 - $5::int, 20)))) END
       WHERE a.blocked_until <= $4
       RETURNING 1`,
      [tenant, account, address, now, FREE_FAILURES, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS],
    );
    if (allowed.length > 0) return 0;
    const row = await manager.findOneBy(SignInAttempt, { tenant, account, address });
    return row ? Math.max(1, Math.ceil((row.blockedUntil.getTime() - now.getTime()) / 1000)) : 0;
  }

  /** The right password clears the count. */
  async succeeded(tenant: string, account: string, address: string): Promise<void> {
    await this.transactions.current().delete(SignInAttempt, { tenant, account, address });
  }

  async removeOld(): Promise<void> {
    const before = new Date(this.clock.now() - 2 * LONGEST_WAIT_SECONDS * 1000);
    await this.transactions.current().query('DELETE FROM sign_in_attempt WHERE last_at < $1', [before]);
  }
}
