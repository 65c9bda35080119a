import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { CommentEntity } from './comment.entity.js';
import { CommentFileEntity } from './comment-file.entity.js';

/** A comment while its lock is held. */
export type LockedComment = Pick<
  CommentEntity,
  'id' | 'instanceId' | 'authorId' | 'scope' | 'unitId' | 'createdAt' | 'text'
> & { readonly withdrawn: boolean };

@Injectable()
export class CommentsStore {
  constructor(private readonly transactions: Transactions) {}

  async insert(comment: CommentEntity): Promise<void> {
    await this.db().getRepository(CommentEntity).insert(comment);
  }

  /** Takes the lock, so that two who withdraw (or answer) at once queue. Null when there is none on this instance. */
  async lock(tenant: string, id: string): Promise<LockedComment | null> {
    const rows: LockedComment[] = await this.db().query(
      `SELECT c.id, c.instance_id AS "instanceId", c.author_id AS "authorId", c.scope, c.unit_id AS "unitId",
              c.created_at AS "createdAt", c.text,
              EXISTS (SELECT FROM comment_withdrawal w WHERE w.tenant = c.tenant AND w.comment_id = c.id) AS withdrawn
         FROM comment c WHERE c.tenant = $1 AND c.id = $2 FOR NO KEY UPDATE OF c`,
      [tenant, id],
    );
    return rows[0] ?? null;
  }

  async withdraw(tenant: string, id: string, at: Date): Promise<void> {
    await this.db().query('INSERT INTO comment_withdrawal (tenant, comment_id, at) VALUES ($1, $2, $3)', [
      tenant,
      id,
      at,
    ]);
  }

  /** Whoever has written in the thread and did not take it back. */
  async authors(tenant: string, instanceId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.db().query(
      `SELECT DISTINCT c.author_id AS id FROM comment c
        WHERE c.tenant = $1 AND c.instance_id = $2
          AND NOT EXISTS (SELECT FROM comment_withdrawal w WHERE w.tenant = c.tenant AND w.comment_id = c.id)`,
      [tenant, instanceId],
    );
    return rows.map(({ id }) => id);
  }

  async addFile(file: CommentFileEntity): Promise<void> {
    await this.db().getRepository(CommentFileEntity).insert(file);
  }

  /** Binds a person's own waiting files to a comment. @returns how many were found */
  async bindFiles(
    tenant: string,
    of: { commentId: string; instanceId: string; personId: string },
    ids: readonly string[],
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const [rows]: [unknown[], number] = await this.db().query(
      `UPDATE comment_file SET comment_id = $2
        WHERE tenant = $1 AND instance_id = $3 AND uploaded_by = $4 AND comment_id IS NULL AND id = ANY($5::uuid[])
       RETURNING id`,
      [tenant, of.commentId, of.instanceId, of.personId, ids],
    );
    return rows.length;
  }

  /** @returns the content's hash, null when the file is not this person's or was sent already */
  async dropFile(tenant: string, id: string, personId: string): Promise<string | null> {
    const [rows]: [{ sha256: string }[], number] = await this.db().query(
      `DELETE FROM comment_file WHERE tenant = $1 AND id = $2 AND uploaded_by = $3 AND comment_id IS NULL
       RETURNING sha256`,
      [tenant, id, personId],
    );
    return rows[0]?.sha256 ?? null;
  }

  private db() {
    return this.transactions.current();
  }
}
