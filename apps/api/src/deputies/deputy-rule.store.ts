import { Injectable } from '@nestjs/common';
import type { CivilDate, StandingRule } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { DeputyRuleEntity } from './deputy-rule.entity.js';

export type LockedDeputyRule = Readonly<DeputyRuleEntity>;
export type NewDeputyRule = Omit<DeputyRuleEntity, 'endedBy' | 'endedAt'>;

/** Rules of deputies; written inside a transaction only. */
@Injectable()
export class DeputyRuleStore {
  constructor(private readonly transactions: Transactions) {}

  /** Until the transaction ends nobody else makes a rule in the city: two that are made at once could close a circle. */
  async lockRules(tenant: string): Promise<void> {
    await this.db().query('SELECT 1 FROM tenant WHERE tenant = $1 FOR NO KEY UPDATE', [tenant]);
  }

  /** Rules that hold on a day of the window, and were not ended. */
  standing(tenant: string, from: CivilDate, to: CivilDate): Promise<StandingRule[]> {
    return this.db().query(
      `SELECT r.principal_id AS "principalId", r.deputy_id AS "deputyId", r.valid_from AS "from", r.valid_to AS "to",
              r.definition_keys AS keys, p.name AS "deputyName"
         FROM deputy_rule r JOIN person p ON p.tenant = r.tenant AND p.id = r.deputy_id
        WHERE r.tenant = $1 AND r.ended_at IS NULL AND r.valid_from <= $3 AND r.valid_to >= $2
        ORDER BY r.valid_from, r.id`,
      [tenant, from, to],
    );
  }

  async add(rule: NewDeputyRule): Promise<void> {
    await this.db().insert(DeputyRuleEntity, rule);
  }

  /** Null when there is none. */
  lock(tenant: string, id: string): Promise<LockedDeputyRule | null> {
    return this.db().findOne(DeputyRuleEntity, { where: { tenant, id }, lock: { mode: 'pessimistic_write' } });
  }

  async end({ tenant, id }: LockedDeputyRule, endedBy: string, endedAt: Date): Promise<void> {
    await this.db().update(DeputyRuleEntity, { tenant, id }, { endedBy, endedAt });
  }

  private db() {
    return this.transactions.current();
  }
}
