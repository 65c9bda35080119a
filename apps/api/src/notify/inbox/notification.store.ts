import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Transactions } from '../../database/transactions.js';
import { manyOf, type Category } from '../categories.js';
import { NotificationEntity } from './notification.entity.js';

export type NewNotification = Omit<NotificationEntity, 'folded' | 'bundleId'>;

/** Lines of one person and category that are to become one, or to join one. */
interface Heap {
  readonly personId: string;
  readonly ids: readonly string[];
  readonly last: Date;
  readonly bundleId: string | null;
  readonly folded: number;
}

/** From so many lines of a category on within the window, one line stands for them. */
const FOLD_FROM = 10;
const WINDOW_MS = 10 * 60_000;

/** Changes go with {@link FeedStore.move} of their people before them, in one transaction. */
@Injectable()
export class NotificationStore {
  constructor(private readonly transactions: Transactions) {}

  /** Ids come from message and person: what is there already stays as it is. */
  async add(notifications: readonly NewNotification[]): Promise<void> {
    if (notifications.length === 0) return;
    await this.transactions
      .current()
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values(notifications.map((one) => ({ ...one, folded: 0, bundleId: null })))
      .orIgnore()
      .execute();
  }

  /** Many unread lines of a category in a short time become one, and further ones join it for as long as they come. */
  async foldFlood(tenant: string, personIds: readonly string[], category: Category, at: Date): Promise<void> {
    const since = new Date(at.getTime() - WINDOW_MS);
    const heaps: Heap[] = await this.transactions.current().query(
      `WITH fresh AS (
         SELECT person_id, id, folded, created_at FROM notification
          WHERE tenant = $1 AND person_id = ANY($2::uuid[]) AND category = $3 AND read_at IS NULL AND bundle_id IS NULL
            AND held_until IS NULL AND created_at > $4),
       bundle AS (SELECT DISTINCT ON (person_id) person_id, id, folded FROM fresh WHERE folded > 0 ORDER BY person_id, created_at DESC)
       SELECT f.person_id AS "personId", array_agg(f.id) AS ids, max(f.created_at) AS last, b.id AS "bundleId", coalesce(b.folded, 0) AS folded
         FROM fresh f LEFT JOIN bundle b USING (person_id)
        WHERE f.folded = 0 GROUP BY f.person_id, b.id, b.folded
       HAVING b.id IS NOT NULL OR count(*) >= $5`,
      [tenant, personIds, category, since, FOLD_FROM],
    );
    for (const heap of heaps) await this.fold(tenant, category, heap);
  }

  /** Somebody whose digest is due; null when nobody's is. */
  async nextHeld(now: Date): Promise<{ tenant: string; personId: string } | null> {
    const rows: { tenant: string; personId: string }[] = await this.transactions
      .current()
      .query(
        `SELECT tenant, person_id AS "personId" FROM notification WHERE held_until <= $1 ORDER BY held_until LIMIT 1`,
        [now],
      );
    return rows[0] ?? null;
  }

  /** Shows what waited for the person's digest: one line per category. @returns how many messages came */
  async releaseHeld(tenant: string, personId: string, now: Date): Promise<number> {
    const [rows]: [{ id: string; category: Category }[], number] = await this.transactions.current().query(
      `UPDATE notification SET held_until = NULL WHERE tenant = $1 AND person_id = $2 AND held_until <= $3
       RETURNING id, category`,
      [tenant, personId, now],
    );
    for (const category of new Set(rows.map((row) => row.category))) {
      const ids = rows.filter((row) => row.category === category).map(({ id }) => id);
      if (ids.length > 1) await this.fold(tenant, category, { personId, ids, last: now, bundleId: null, folded: 0 });
    }
    return rows.length;
  }

  /** With a line that stands for many, all of them are read. @returns false when the person has no such line */
  async markRead(tenant: string, personId: string, id: string, at: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.transactions.current().query(
      `UPDATE notification SET read_at = coalesce(read_at, $4)
        WHERE tenant = $1 AND person_id = $2 AND (id = $3 OR bundle_id = $3) RETURNING id`,
      [tenant, personId, id, at],
    );
    return rows.length > 0;
  }

  private async fold(tenant: string, category: Category, heap: Heap): Promise<void> {
    const { personId, ids, last } = heap;
    const folded = heap.folded + ids.length;
    const id = heap.bundleId ?? v7();
    const title = manyOf(category, folded);
    await this.transactions
      .current()
      .query('UPDATE notification SET bundle_id = $3 WHERE tenant = $1 AND id = ANY($2::uuid[])', [tenant, ids, id]);
    await this.transactions.current().query(
      `INSERT INTO notification (tenant, id, person_id, kind, category, title, text, created_at, folded)
       VALUES ($1, $2, $3, 'bundle', $4, $5, '', $6, $7)
       ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title, created_at = excluded.created_at, folded = excluded.folded`,
      [tenant, id, personId, category, title, last, folded],
    );
  }
}
