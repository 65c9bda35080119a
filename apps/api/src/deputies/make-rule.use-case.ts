import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import { civilDateInShanghai, refuseDeputyRule } from '@chengban/domain';
import { v7 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { DefinitionNamesReadModel } from '../definitions/definition-names.read-model.js';
import { invalidInput, notAllowed } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { cleanText } from '../instances/instances.module.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import type { DeputyRuleDto, MakeDeputyBody } from './deputies.dto.js';
import { ruleMade } from './deputy-messages.js';
import { DeputyRuleStore } from './deputy-rule.store.js';
import { DeputyRulesReadModel, type Reader } from './deputy-rules.read-model.js';

/** 设置代理: for oneself, or by a flow administrator for somebody who is away. */
@Injectable()
export class MakeRuleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DeputyRuleStore,
    private readonly rules: DeputyRulesReadModel,
    private readonly people: PeopleReadModel,
    private readonly definitions: DefinitionNamesReadModel,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 403 · 422 with why the rule cannot be */
  execute(reader: Reader, body: MakeDeputyBody): Promise<DeputyRuleDto> {
    const { tenant, personId } = reader.actor;
    const principalId = (body.principalId ?? personId).toLowerCase();
    const wanted = { principalId, deputyId: body.deputyId.toLowerCase(), keys: body.definitionKeys };
    const { from, to } = body;
    const reason = cleanText(body.reason).trim();
    if (reason.length < MIN_REASON) throw invalidInput([{ field: 'reason', message: '请写明原因，至少两个字' }]);
    mayMake(reader, wanted);
    return this.transactions.inTransaction(async () => {
      await this.store.lockRules(tenant);
      const refusal = refuseDeputyRule(
        { ...wanted, from, to },
        await this.store.standing(tenant, from, to),
        civilDateInShanghai(this.clock.now()),
      );
      if (refusal) throw Problem.from(refusal);
      const { principalName, deputyName } = await this.namesOf(tenant, wanted);
      await this.checkFlows(tenant, wanted.keys);
      const id = v7();
      const madeAt = this.clock.date();
      const { keys, ...persons } = wanted;
      const days = { validFrom: from, validTo: to };
      await this.store.add({ tenant, id, ...persons, ...days, definitionKeys: keys, reason, madeBy: personId, madeAt });
      const told = { ...persons, principalName, deputyName, from, to };
      await this.outbox.add(tenant, ruleMade(told, reason, personId), madeAt);
      return (await this.rules.find(reader, id)) as DeputyRuleDto;
    });
  }

  private async namesOf(
    tenant: string,
    { principalId, deputyId }: { readonly principalId: string; readonly deputyId: string },
  ): Promise<{ principalName: string; deputyName: string }> {
    const names = await this.people.namesOf(tenant, [principalId, deputyId]);
    const [principalName, deputyName] = [names.get(principalId), names.get(deputyId)];
    if (principalName === undefined) throw unknownPerson('被代理人', 'principalId');
    if (deputyName === undefined) throw unknownPerson('代理人', 'deputyId');
    return { principalName, deputyName };
  }

  private async checkFlows(tenant: string, keys: readonly string[] | null): Promise<void> {
    if (keys === null) return;
    const known = await this.definitions.byKey(tenant, keys);
    const strange = keys.filter((key) => !known.has(key));
    if (strange.length > 0) throw unknownFlow(strange);
  }
}

const MIN_REASON = 2;

function mayMake(
  { actor, ability }: Reader,
  { principalId, deputyId }: { readonly principalId: string; readonly deputyId: string },
): void {
  const { tenant, personId } = actor;
  if (!ability.can('create', subject('DeputyRule', { tenant, principalId, deputyId }) as never))
    throw notAllowed('只能为自己设置代理', '要替不在岗的同事设置的，请联系流程管理员。');
  // who hands out the right to act for others must not take it
  if (principalId !== personId && deputyId === personId)
    throw new Problem({
      status: 403,
      code: 'deputy-is-maker',
      title: '不能把自己设为他人的代理人',
      detail: '请选择另一位同事作代理人，或者请另一位流程管理员设置。',
      field: 'deputyId',
    });
}

const unknownPerson = (role: string, field: string): Problem =>
  new Problem({
    status: 422,
    code: 'unknown-person',
    title: `没有找到${role}`,
    detail: '代理只能在本市的人员之间设置。请从名单中重新选择。',
    field,
  });

const unknownFlow = (keys: readonly string[]): Problem =>
  new Problem({
    status: 422,
    code: 'unknown-flow',
    title: `没有这些流程：${keys.join('、')}`,
    detail: '请刷新页面，从列表中重新选择流程。',
    field: 'definitionKeys',
  });
