import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import { PeopleReadModel, type PersonName } from '../people/people.read-model.js';

interface CommentFile {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
}

export interface CommentItem {
  readonly id: string;
  readonly author: PersonName;
  readonly scope: 'matter' | 'unit';
  /** the unit for which the author spoke */
  readonly unit: PersonName | null;
  /** null when it was taken back */
  readonly text: string | null;
  readonly withdrawnAt: Date | null;
  readonly replyTo: { readonly id: string; readonly author: PersonName; readonly text: string | null } | null;
  readonly mentions: readonly PersonName[];
  readonly files: readonly CommentFile[];
  readonly createdAt: Date;
}

interface Row extends Omit<CommentItem, 'author' | 'unit' | 'replyTo' | 'mentions'> {
  readonly authorId: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly mentionIds: string[];
  readonly replyId: string | null;
  readonly replyAuthorId: string | null;
  readonly replyText: string | null;
  readonly sortKey: string;
}

export interface StoredFile {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

const columns = (alias: string) => ({
  tenant: `${alias}.tenant`,
  scope: `${alias}.scope`,
  unitId: `${alias}.unit_id`,
  authorId: `${alias}.author_id`,
});

/** The thread of an instance. Whoever asks has checked that the instance may be seen; each comment is checked here. */
@Injectable()
export class CommentsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleReadModel,
  ) {}

  /** In the order in which they were said. */
  async list(
    ability: AppAbility,
    tenant: string,
    instanceId: string,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<{ item: CommentItem; cursor: readonly [string, string] }[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [`c.tenant = ${bind(tenant)}`, `c.instance_id = ${bind(instanceId)}`];
    where.push(sqlFor(ability, 'read', 'Comment', columns('c'), parameters));
    if (after) where.push(`(c.created_at, c.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    // what is answered is quoted only to those who may read it themselves
    const quotable = sqlFor(ability, 'read', 'Comment', columns('r'), parameters);
    const rows: Row[] = await this.transactions.current().query(
      `SELECT c.id, c.author_id AS "authorId", c.scope, c.unit_id AS "unitId", u.name AS "unitName", c.created_at AS "createdAt",
              CASE WHEN w.at IS NULL THEN c.text END AS text, w.at AS "withdrawnAt", c.mention_ids AS "mentionIds",
              r.id AS "replyId", r.author_id AS "replyAuthorId", r.text AS "replyText", c.created_at::text AS "sortKey",
              CASE WHEN w.at IS NULL THEN
                (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'size', f.size)
                          ORDER BY f.uploaded_at, f.id), '[]')
                   FROM comment_file f WHERE f.tenant = c.tenant AND f.comment_id = c.id)
              ELSE '[]' END AS files
         FROM comment c
         LEFT JOIN unit u ON u.tenant = c.tenant AND u.id = c.unit_id
         LEFT JOIN comment_withdrawal w ON w.tenant = c.tenant AND w.comment_id = c.id
         LEFT JOIN LATERAL (
           SELECT r.id, r.author_id, CASE WHEN v.at IS NULL THEN left(r.text, ${QUOTED}) END AS text
             FROM comment r LEFT JOIN comment_withdrawal v ON v.tenant = r.tenant AND v.comment_id = r.id
            WHERE r.tenant = c.tenant AND r.id = c.reply_to AND ${quotable}) r ON TRUE
        WHERE ${where.join(' AND ')} ORDER BY c.created_at, c.id LIMIT ${limit}`,
      parameters.values,
    );
    const ids = rows.flatMap((row) => [
      row.authorId,
      ...row.mentionIds,
      ...(row.replyAuthorId === null ? [] : [row.replyAuthorId]),
    ]);
    const names = await this.people.namesOf(tenant, ids);
    const named = (id: string): PersonName => ({ id, name: names.get(id) ?? '' });
    return rows.map((row) => ({ item: itemOf(row, named), cursor: [row.sortKey, row.id] as const }));
  }

  /** A file of a comment that the reader may see, or one's own that waits to be sent; with the instance it belongs to. */
  async file(
    ability: AppAbility,
    tenant: string,
    id: string,
    personId: string,
  ): Promise<(StoredFile & { instanceId: string }) | null> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const readable = sqlFor(ability, 'read', 'Comment', columns('c'), parameters);
    const rows: (StoredFile & { instanceId: string })[] = await this.transactions.current().query(
      `SELECT f.file_name AS "fileName", f.size, f.sha256, f.media_type AS "mediaType", f.instance_id AS "instanceId"
         FROM comment_file f LEFT JOIN comment c ON c.tenant = f.tenant AND c.id = f.comment_id
        WHERE f.tenant = ${bind(tenant)} AND f.id = ${bind(id)}
          AND ((f.comment_id IS NULL AND f.uploaded_by = ${bind(personId)})
            OR (${readable} AND NOT EXISTS (SELECT FROM comment_withdrawal w WHERE w.tenant = c.tenant AND w.comment_id = c.id)))`,
      parameters.values,
    );
    return rows[0] ?? null;
  }
}

/** Characters of what is answered, enough to know it again. */
const QUOTED = 60;

function itemOf(full: Row, named: (id: string) => PersonName): CommentItem {
  const { authorId, unitId, unitName, mentionIds, replyId, replyAuthorId, replyText, sortKey: _, ...row } = full;
  return {
    ...row,
    author: named(authorId),
    unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
    mentions: row.withdrawnAt === null ? mentionIds.map(named) : [],
    replyTo:
      replyId === null || replyAuthorId === null
        ? null
        : { id: replyId, author: named(replyAuthorId), text: replyText },
  };
}
