import { Injectable } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import type { DeputyRuleDto } from './deputies.dto.js';
import { ruleEnded } from './deputy-messages.js';
import { DeputyRuleStore, type LockedDeputyRule } from './deputy-rule.store.js';
import { DeputyRulesReadModel, type Reader } from './deputy-rules.read-model.js';
import { stateOf } from './deputy-state.js';

/** 提前结束: from this moment the deputy acts for nobody by this rule. */
@Injectable()
export class EndRuleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DeputyRuleStore,
    private readonly rules: DeputyRulesReadModel,
    private readonly people: PeopleReadModel,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404 · 409 when it is over already */
  execute(reader: Reader, id: string): Promise<DeputyRuleDto> {
    const { actor, ability } = reader;
    return this.transactions.inTransaction(async () => {
      const rule = await this.store.lock(actor.tenant, id);
      if (!rule) throw notFound('这条代理');
      const { tenant, principalId, deputyId } = rule;
      requireOn(ability, 'end', 'DeputyRule', { tenant, principalId, deputyId }, '代理由被代理人本人或流程管理员结束');
      const state = stateOf(rule, civilDateInShanghai(this.clock.now()));
      if (state === 'ended' || state === 'over') throw overAlready(state === 'ended');
      await this.store.end(rule, actor.personId, this.clock.date());
      await this.tell(rule, actor.personId);
      return (await this.rules.find(reader, id)) as DeputyRuleDto;
    });
  }

  private async tell(rule: LockedDeputyRule, actorId: string): Promise<void> {
    const { tenant, principalId, deputyId, validFrom: from, validTo: to } = rule;
    const names = await this.people.namesOf(tenant, [principalId, deputyId]);
    const nameOf = (id: string): string => names.get(id) ?? '';
    const persons = { principalId, principalName: nameOf(principalId), deputyId, deputyName: nameOf(deputyId) };
    await this.outbox.add(tenant, ruleEnded({ ...persons, from, to }, actorId), this.clock.date());
  }
}

const overAlready = (ended: boolean): Problem =>
  new Problem({
    status: 409,
    code: 'deputy-over',
    title: ended ? '这条代理已经提前结束' : '这条代理已经到期',
    detail: '不用再结束一次，请刷新页面。',
  });
