import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { Problem } from '../http/problems/problem.js';
import { DefinitionStore } from './definition.store.js';
import { starterXml } from './starter-xml.js';

export interface CreateDefinition {
  readonly tenant: string;
  readonly key: string;
  readonly name: string;
  readonly xml?: string;
  readonly personId: string;
}

/** A new flow: a name, and a first drawing that is saved as a draft and published later. */
@Injectable()
export class CreateDefinitionUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `key-taken` */
  async execute({ tenant, key, name, xml, personId }: CreateDefinition): Promise<void> {
    const at = this.clock.date();
    await this.transactions.inTransaction(async () => {
      if (!(await this.store.create({ tenant, key, name, createdBy: personId, at }))) throw keyTaken(key);
      const draft = { tenant, key, xml: xml ?? starterXml(key, name), revision: 1, savedBy: personId, savedAt: at };
      await this.store.saveDraft(draft);
    });
  }
}

const keyTaken = (key: string): Problem =>
  new Problem({
    status: 409,
    code: 'key-taken',
    title: `代号“${key}”已被另一个流程使用`,
    detail: '请换一个代号，或直接修改已有的流程。',
    field: 'key',
  });
