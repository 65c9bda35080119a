import { Injectable } from '@nestjs/common';
import type { Finding } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { compileXml } from './compile-xml.js';
import { linkPublished } from './link-published.js';

/** Says of a drawing what publishing would say, and changes nothing. */
@Injectable()
export class CheckDefinitionUseCase {
  constructor(private readonly transactions: Transactions) {}

  async execute(tenant: string, xml: string): Promise<{ findings: readonly Finding[]; publishable: boolean }> {
    const { findings, compiled } = await compileXml(xml, (flow) =>
      linkPublished(this.transactions.current(), tenant, flow),
    );
    return { findings, publishable: compiled !== null };
  }
}
