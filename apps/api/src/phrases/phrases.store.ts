import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { PhraseEntity } from './phrase.entity.js';

export type Phrase = PhraseEntity;

export type PhraseOwner = Pick<PhraseEntity, 'tenant' | 'personId' | 'unitId'>;

@Injectable()
export class PhrasesStore {
  constructor(private readonly transactions: Transactions) {}

  /** @returns false when the owner has these very words already */
  async insert(phrase: PhraseEntity): Promise<boolean> {
    const { tenant, id, personId, unitId, text, createdAt } = phrase;
    const rows: unknown[] = await this.db().query(
      `INSERT INTO phrase (tenant, id, person_id, unit_id, text, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [tenant, id, personId, unitId, text, createdAt],
    );
    return rows.length > 0;
  }

  /** How many the owner has; the owner's lock is held until the transaction ends, so that two at once cannot both be the last. */
  async count({ tenant, personId, unitId }: PhraseOwner): Promise<number> {
    await this.db().query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `phrase/${tenant}/${personId ?? unitId ?? ''}`,
    ]);
    return this.db()
      .getRepository(PhraseEntity)
      .count({ where: ownedBy({ tenant, personId, unitId }) });
  }

  async lock(tenant: string, id: string): Promise<PhraseEntity | null> {
    const repository = this.db().getRepository(PhraseEntity);
    return repository.findOne({ where: { tenant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false when the owner has these very words already */
  async rewrite({ tenant, id, personId, unitId }: PhraseEntity, text: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.db().query(
      `UPDATE phrase SET text = $3 WHERE tenant = $1 AND id = $2
          AND NOT EXISTS (SELECT FROM phrase o WHERE o.tenant = $1 AND o.id <> $2 AND o.text = $3
                             AND (o.person_id = $4 OR o.unit_id = $5))
       RETURNING id`,
      [tenant, id, text, personId, unitId],
    );
    return rows.length > 0;
  }

  async remove(tenant: string, id: string): Promise<void> {
    await this.db().query('DELETE FROM phrase WHERE tenant = $1 AND id = $2', [tenant, id]);
  }

  async countUse(tenant: string, personId: string, phraseId: string, at: Date): Promise<void> {
    await this.db().query(
      `INSERT INTO phrase_use (tenant, person_id, phrase_id, uses, last_used_at) VALUES ($1, $2, $3, 1, $4)
       ON CONFLICT (tenant, person_id, phrase_id) DO UPDATE
         SET uses = phrase_use.uses + 1, last_used_at = excluded.last_used_at`,
      [tenant, personId, phraseId, at],
    );
  }

  private db() {
    return this.transactions.current();
  }
}

const ownedBy = ({
  tenant,
  personId,
  unitId,
}: PhraseOwner): { tenant: string; personId: string } | { tenant: string; unitId: string } =>
  personId === null ? { tenant, unitId: unitId ?? '' } : { tenant, personId };
