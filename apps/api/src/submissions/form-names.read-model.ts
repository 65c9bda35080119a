import { Injectable } from '@nestjs/common';
import { namesAnything, referencesIn, type FormDefinition, type JsonObject } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { EvidenceReadModel, type EvidenceItem } from '../evidence/evidence.read-model.js';

/** What ids in a form's data are called. */
export interface FormNames {
  /** of people and units, by id */
  readonly names: Readonly<Record<string, string>>;
  readonly files: readonly EvidenceItem[];
}

/** People, units and files by the names under which pages show them. Whoever asks has left out what the reader may not see. */
@Injectable()
export class FormNamesReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly evidence: EvidenceReadModel,
  ) {}

  async of(tenant: string, form: FormDefinition, data: readonly JsonObject[]): Promise<FormNames> {
    if (!namesAnything(form)) return { names: {}, files: [] };
    const found = data.map((each) => referencesIn(form, each));
    const ids = (of: 'persons' | 'units' | 'files') => [...new Set(found.flatMap((each) => each[of]))];
    const rows: { id: string; name: string }[] = await this.transactions.current().query(
      `SELECT id::text AS id, name FROM person WHERE tenant = $1 AND id::text = ANY($2::text[])
       UNION ALL SELECT id, name FROM unit WHERE tenant = $1 AND id = ANY($3::text[])`,
      [tenant, ids('persons'), ids('units')],
    );
    const files = await this.evidence.items(tenant, ids('files').filter(isUuid));
    return { names: Object.fromEntries(rows.map(({ id, name }) => [id, name])), files };
  }
}

const isUuid = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
