import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { accessibleBy } from '../../access/accessible-by.js';
import { Transactions } from '../../database/transactions.js';
import { WebhookEntity } from './webhook.entity.js';
import type { WebhookDto } from './webhooks.dto.js';

/** The city's webhooks, the oldest first; there are a handful. Their secrets are not read. */
@Injectable()
export class WebhooksReadModel {
  constructor(private readonly transactions: Transactions) {}

  async list(ability: AppAbility, tenant: string, id?: string): Promise<WebhookDto[]> {
    const query = this.transactions
      .current()
      .getRepository(WebhookEntity)
      .createQueryBuilder('w')
      .where('w.tenant = :tenant', { tenant })
      .orderBy('w.created_at')
      .addOrderBy('w.id');
    if (id !== undefined) query.andWhere('w.id = :id', { id });
    return (await accessibleBy(query, ability, 'read', 'Webhook').getMany()).map(itemOf);
  }
}

function itemOf({
  id,
  name,
  url,
  categories,
  active,
  secretSince,
  revision,
  createdAt,
  ...row
}: WebhookEntity): WebhookDto {
  const { lastAt, lastOk, lastDetail } = row;
  const last = lastAt && { at: lastAt, ok: lastOk ?? false, detail: lastDetail ?? '' };
  return { id, name, url, categories, active, secretSince, revision, createdAt, last };
}
