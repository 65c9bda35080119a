import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { v7 } from 'uuid';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { invalidInput, notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { cleanText } from '../instances/instances.module.js';
import { instanceFields, MatterReadModel, tell, type Matter } from '../matters/matter.read-model.js';
import { OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import type { MakeCopiesBody } from './copies.dto.js';
import { CopiesStore, type Making, type NewCopy } from './copies.store.js';
import { RecipientsReadModel, type Recipient } from './recipients.read-model.js';

export const ONLY_THOSE_ON_IT = '您可以查看这件事，但不参与办理，不能抄送或传阅';

/** More at once is a notice to everybody, and no copy. */
const MAX_RECIPIENTS = 200;

export interface MadeCopies {
  /** how many were sent one */
  readonly made: number;
  /** who still has one waiting and therefore was not sent a second */
  readonly waiting: readonly string[];
}

/** 抄送, 传阅: sends a matter to people to be read. They may read it from then on; the flow does not notice. */
@Injectable()
export class MakeCopiesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly offered: OfferedVerbsReadModel,
    private readonly recipients: RecipientsReadModel,
    private readonly store: CopiesStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 · 403 · 422 `not-at-this-node`, `no-recipient`, `too-many-recipients`, `recipient-unknown` */
  execute(actor: Actor, ability: AppAbility, instanceId: string, body: MakeCopiesBody): Promise<MadeCopies> {
    const { tenant, personId } = actor;
    const { kind, personIds = [], roles = [] } = body;
    return this.transactions.inTransaction(async () => {
      const matter = await this.matters.find(ability, tenant, instanceId, 'update');
      if (!matter) throw notFound('这件事');
      requireOn(ability, 'copy', 'Instance', instanceFields(matter), ONLY_THOSE_ON_IT);
      await this.offered.require(matter, kind);
      const found = await this.recipients.resolve(tenant, personIds, roles);
      if (!personIds.every((id) => found.some((one) => one.personId === id))) throw unknown();
      const others = found.filter((one) => one.personId !== personId);
      refuseCount(others);
      const note = cleanText(body.note ?? '').trim();
      const making: Making = { kind, madeBy: personId, nodeId: null, note, at: this.clock.date() };
      const copies = others.map((one) => ({ ...one, id: v7() }));
      const made = await this.send(matter, copies, making, `${actor.name} ${WORDS[kind]}`);
      return {
        made: made.length,
        waiting: others.filter((one) => !made.includes(one.personId)).map((one) => one.name),
      };
    });
  }

  /**
   * What the drawing says of a node: `<chengban:copy>` elements send a copy when it is done. Finished instances take copies
   * like running ones; persons who are gone are left out. Sent twice with the same ids it is sent once.
   * @returns false when there is no such instance
   */
  byFlow(
    tenant: string,
    {
      instanceId,
      nodeId,
      copies,
    }: { instanceId: string; nodeId: string; copies: readonly Omit<NewCopy, 'unitId' | 'role'>[] },
  ): Promise<boolean> {
    return this.transactions.inTransaction(async () => {
      const matter = await this.matters.known(tenant, instanceId, 'update');
      if (!matter) return false;
      const wanted = copies.map((copy) => copy.personId);
      const known = await this.recipients.known(tenant, wanted);
      const rows = copies
        .filter((copy) => known.includes(copy.personId))
        .map((copy) => ({ ...copy, unitId: null, role: null }));
      const making: Making = { kind: 'cc', madeBy: null, nodeId, note: '', at: this.clock.date() };
      await this.send(matter, rows, making, '抄送给您一件事');
      return true;
    });
  }

  private async send(
    matter: Matter,
    copies: readonly NewCopy[],
    making: Making,
    title: string,
  ): Promise<readonly string[]> {
    const made = await this.store.add(matter, copies, making);
    await this.store.letRead(
      matter,
      copies.map((copy) => copy.personId),
    );
    if (made.length > 0) await this.outbox.add(matter.tenant, [tell(matter, 'copy.made', made, title)], making.at);
    return made;
  }
}

const WORDS = { cc: '抄送给您一件事', circulate: '请您传阅一件事，阅后签署意见' } as const;

function refuseCount(others: readonly Recipient[]): void {
  if (others.length === 0) throw invalidInput([{ field: 'personIds', message: '请选择至少一位接收人，不包括您自己' }]);
  if (others.length > MAX_RECIPIENTS)
    throw new Problem({
      status: 422,
      code: 'too-many-recipients',
      title: `一次最多抄送 ${MAX_RECIPIENTS} 人，现在是 ${others.length} 人`,
      detail: '请减少接收人，或分几次抄送。',
      field: 'personIds',
    });
}

const unknown = (): Problem =>
  new Problem({
    status: 422,
    code: 'recipient-unknown',
    title: '有的接收人已经没有岗位，不能抄送',
    detail: '请移除后重新选择。',
    field: 'personIds',
  });
