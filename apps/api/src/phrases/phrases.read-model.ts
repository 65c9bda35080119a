import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import { SHIPPED_PHRASES } from './shipped-phrases.js';

export interface PhraseItem {
  readonly id: string;
  readonly text: string;
  readonly owner: 'mine' | 'unit' | 'shipped';
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** by this person */
  readonly uses: number;
  /** whether this person looks after it */
  readonly mayChange: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

interface Used {
  readonly id: string;
  readonly uses: number;
  readonly lastUsedAt: Date;
}

const COLUMNS = { tenant: 'p.tenant', personId: 'p.person_id', unitId: 'p.unit_id' };
const OWNERS = ['mine', 'unit', 'shipped'];

/** Phrases as one person picks from them. */
@Injectable()
export class PhrasesReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** Those used most often (by this person) first; of those never used, one's own before the unit's before the shipped. */
  async list(ability: AppAbility, tenant: string, personId: string): Promise<PhraseItem[]> {
    const parameters = new SqlParameters();
    const where = [`p.tenant = ${parameters.bind(tenant)}`, sqlFor(ability, 'read', 'Phrase', COLUMNS, parameters)];
    const rows: Row[] = await this.transactions.current().query(
      `SELECT p.id, p.text, p.person_id AS "personId", p.unit_id AS "unitId", u.name AS "unitName"
         FROM phrase p LEFT JOIN unit u ON u.tenant = p.tenant AND u.id = p.unit_id
        WHERE ${where.join(' AND ')} ORDER BY p.created_at, p.id`,
      parameters.values,
    );
    const used: Used[] = await this.transactions.current().query(
      `SELECT phrase_id AS id, uses, last_used_at AS "lastUsedAt" FROM phrase_use
        WHERE tenant = $1 AND person_id = $2`,
      [tenant, personId],
    );
    const uses = new Map(used.map((one) => [one.id, one]));
    const last = (id: string): number => uses.get(id)?.lastUsedAt.getTime() ?? 0;
    const own = rows.map((row): PhraseItem => ({ ...itemOf(ability, tenant, row), uses: uses.get(row.id)?.uses ?? 0 }));
    const shipped = SHIPPED_PHRASES.filter(({ text }) => !own.some((one) => one.text === text)).map(
      ({ id, text }): PhraseItem => ({
        id,
        text,
        owner: 'shipped',
        unit: null,
        uses: uses.get(id)?.uses ?? 0,
        mayChange: false,
      }),
    );
    return [...own, ...shipped].sort(
      (a, b) => b.uses - a.uses || last(b.id) - last(a.id) || OWNERS.indexOf(a.owner) - OWNERS.indexOf(b.owner),
    );
  }
}

function itemOf(ability: AppAbility, tenant: string, { id, text, personId, unitId, unitName }: Row): PhraseItem {
  return {
    id,
    text,
    owner: unitId === null ? 'mine' : 'unit',
    unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
    uses: 0,
    mayChange: ability.can('update', subject('Phrase', { tenant, personId, unitId }) as never),
  };
}
