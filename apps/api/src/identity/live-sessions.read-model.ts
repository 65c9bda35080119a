import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { tokenHash } from './tokens.js';

const HOUR = 3_600_000;

export interface SessionKey {
  readonly tenant: string;
  readonly hash: string;
}

/** What stands for a session in memory: never its token. */
export const sessionKey = (tenant: string, token: string): SessionKey => ({
  tenant,
  hash: tokenHash(token).toString('hex'),
});

/** Which sessions have not ended: what is left open for somebody closes with the session. Looking is no use of it. */
@Injectable()
export class LiveSessionsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** One question for however many. @returns the hashes of those that may still be used */
  async among(keys: readonly SessionKey[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const { SESSION_MAX_HOURS, SESSION_IDLE_HOURS } = this.settings;
    const ago = (hours: number): Date => new Date(this.clock.now() - hours * HOUR);
    const rows: { hash: string }[] = await this.transactions.current().query(
      `SELECT asked.hash FROM unnest($1::text[], $2::text[]) AS asked(tenant, hash)
         JOIN session s ON s.tenant = asked.tenant AND s.token_hash = decode(asked.hash, 'hex')
        WHERE s.created_at > $3 AND s.last_seen_at > $4`,
      [keys.map(({ tenant }) => tenant), keys.map(({ hash }) => hash), ago(SESSION_MAX_HOURS), ago(SESSION_IDLE_HOURS)],
    );
    return new Set(rows.map(({ hash }) => hash));
  }
}
