import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { EvidenceEntity } from './evidence.entity.js';

export type NewEvidence = Pick<
  EvidenceEntity,
  | 'tenant'
  | 'id'
  | 'obligationId'
  | 'unitId'
  | 'fileName'
  | 'size'
  | 'sha256'
  | 'mediaType'
  | 'uploadedBy'
  | 'uploadedAt'
>;

/** Rows of files and of their contents. The row of a content is the lock around its file on disk. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly transactions: Transactions) {}

  /** Counts one more file with this content, and locks the content until the transaction ends. */
  async holdBlob(tenant: string, sha256: string, size: number): Promise<void> {
    await this.db().query(
      `INSERT INTO evidence_blob (tenant, sha256, size, refs) VALUES ($1, $2, $3, 1)
       ON CONFLICT (tenant, sha256) DO UPDATE SET refs = evidence_blob.refs + 1`,
      [tenant, sha256, size],
    );
  }

  async insert(evidence: NewEvidence): Promise<void> {
    await this.db().getRepository(EvidenceEntity).insert(evidence);
  }

  /**
   * Removes a file's row unless a round rests on it.
   * @returns the content's hash when it was removed, null when it is used or gone
   */
  async removeUnused(tenant: string, id: string): Promise<string | null> {
    // the lock keeps a round that is just being handed in from referring to what goes away, or makes it come first
    await this.db().query('SELECT 1 FROM evidence WHERE tenant = $1 AND id = $2 FOR UPDATE', [tenant, id]);
    const [rows]: [{ sha256: string }[], number] = await this.db().query(
      `DELETE FROM evidence e WHERE e.tenant = $1 AND e.id = $2
          AND NOT EXISTS (SELECT FROM evidence_use u WHERE u.tenant = e.tenant AND u.evidence_id = e.id)
       RETURNING e.sha256`,
      [tenant, id],
    );
    return rows[0]?.sha256 ?? null;
  }

  /** @returns true when no file has this content any more: its row is gone, and locked until the transaction ends */
  async releaseBlob(tenant: string, sha256: string): Promise<boolean> {
    await this.db().query('UPDATE evidence_blob SET refs = refs - 1 WHERE tenant = $1 AND sha256 = $2', [
      tenant,
      sha256,
    ]);
    const [, removed]: [unknown[], number] = await this.db().query(
      'DELETE FROM evidence_blob WHERE tenant = $1 AND sha256 = $2 AND refs <= 0',
      [tenant, sha256],
    );
    return removed > 0;
  }

  private db() {
    return this.transactions.current();
  }
}
