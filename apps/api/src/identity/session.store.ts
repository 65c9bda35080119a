import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, isRole, type Actor, type Deputyship } from '@chengban/domain';
import { deputyshipsOf } from '../access/deputyships.js';
import { Settings } from '../config/settings.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { Session } from './session.entity.js';
import { newToken, tokenHash } from './tokens.js';

const HOUR = 3_600_000;
/** «last seen» is exact to a minute: an act of a person must not cost a second write */
const SEEN_STEP = 60_000;

interface SessionRow {
  personId: string;
  name: string;
  lastSeenAt: Date;
  memberships: { unitId: string; role: string }[];
  deputyFor: Deputyship[];
}

/** Who is signed in. Everything here runs outside the request's transaction: a refused act does not sign anybody out. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @returns the token for the cookie; only its hash is stored */
  async open(tenant: string, personId: string): Promise<string> {
    const token = newToken();
    const now = this.clock.date();
    const row = { tenant, tokenHash: tokenHash(token), personId, createdAt: now, lastSeenAt: now };
    await this.transactions.current().insert(Session, row);
    return token;
  }

  /** The actor behind a token, with the memberships and deputyships that hold today; null when the session is over or never was. */
  async actor(tenant: string, token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.transactions.current().query<SessionRow[]>(
      `SELECT s.person_id AS "personId", p.name, s.last_seen_at AS "lastSeenAt",
         COALESCE((SELECT json_agg(json_build_object('unitId', m.unit_id, 'role', m.role) ORDER BY m.unit_id, m.role)
           FROM membership m WHERE m.tenant = $1 AND m.person_id = s.person_id
             AND m.valid_from <= $5 AND (m.valid_to IS NULL OR m.valid_to >= $5)), '[]') AS memberships,
         ${deputyshipsOf({ tenant: '$1', personId: 's.person_id', day: '$5' })} AS "deputyFor"
       FROM session s JOIN person p ON p.tenant = s.tenant AND p.id = s.person_id
       WHERE s.tenant = $1 AND s.token_hash = $2 AND s.created_at > $3 AND s.last_seen_at > $4`,
      [tenant, tokenHash(token), ...this.oldest(now), civilDateInShanghai(now)],
    );
    if (!row) return null;
    if (row.lastSeenAt.getTime() <= now - SEEN_STEP) await this.touch(tenant, token, new Date(now));
    const memberships = row.memberships.flatMap(({ unitId, role }) => (isRole(role) ? [{ unitId, role }] : []));
    return { tenant, personId: row.personId, name: row.name, memberships, deputyFor: row.deputyFor };
  }

  async close(tenant: string, token: string): Promise<void> {
    await this.transactions.current().delete(Session, { tenant, tokenHash: tokenHash(token) });
  }

  /** Removes sessions that can no longer be used. @returns how many */
  async removeExpired(): Promise<number> {
    const [created, seen] = this.oldest(this.clock.now());
    const sql =
      'WITH gone AS (DELETE FROM session WHERE created_at <= $1 OR last_seen_at <= $2 RETURNING 1) SELECT count(*) AS n FROM gone';
    const [row] = await this.transactions.current().query<{ n: number }[]>(sql, [created, seen]);
    return row?.n ?? 0;
  }

  private async touch(tenant: string, token: string, lastSeenAt: Date): Promise<void> {
    await this.transactions.current().update(Session, { tenant, tokenHash: tokenHash(token) }, { lastSeenAt });
  }

  /** A session must have been opened after the first and used after the second instant. */
  private oldest(now: number): [Date, Date] {
    return [
      new Date(now - this.settings.SESSION_MAX_HOURS * HOUR),
      new Date(now - this.settings.SESSION_IDLE_HOURS * HOUR),
    ];
  }
}
