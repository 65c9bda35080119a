import { Injectable } from '@nestjs/common';
import { requireOn } from '../access/require-ability.js';
import { notFound } from '../http/problems/common-problems.js';
import { momentInWords } from '../http/problems/moment-in-words.js';
import { TRIES_BEFORE_LISTED } from '../outbox/delivery-act.js';
import { OutboxStore, type LockedMessage } from '../outbox/outbox.store.js';
import { ONLY_ADMINS, type Decision } from './decision.js';
import { DeliveryConflicts, staleFor, type Conflict } from './delivery-conflict.js';

/** A message that a person decides about: held still, and looked at again before anything is done with it. */
@Injectable()
export class LockedMessages {
  constructor(
    private readonly store: OutboxStore,
    private readonly conflicts: DeliveryConflicts,
  ) {}

  /**
   * @param hindrance what in the row is in the way of this act
   * @throws Problem 403, 404, 409 with what happened meanwhile
   */
  async take(
    { actor, ability, id, seen }: Decision,
    hindrance: (row: LockedMessage) => Conflict | null,
  ): Promise<LockedMessage> {
    const row = await this.store.lock(actor.tenant, id);
    if (!row) throw notFound('这条消息');
    requireOn(ability, 'resolve', 'Delivery', { tenant: row.tenant }, ONLY_ADMINS);
    const conflict = delivered(row) ?? hindrance(row) ?? staleFor(row, seen) ?? early(row);
    if (conflict) throw await this.conflicts.problem(conflict, row, seen);
    return row;
  }
}

const delivered = ({ deliveredAt }: LockedMessage): Conflict | null =>
  deliveredAt && {
    code: 'delivered',
    title: '这条消息已经送达',
    fact: `它于${momentInWords(deliveredAt)}送达。`,
    cure: '不用再办，请刷新列表。',
  };

const early = ({ attempts, abandonedAt }: LockedMessage): Conflict | null =>
  attempts < TRIES_BEFORE_LISTED && abandonedAt === null
    ? {
        code: 'not-failing',
        title: '这条消息还在正常投递',
        cure: `它会自动再试；试过 ${TRIES_BEFORE_LISTED} 次仍没有送达的，再来处理。`,
      }
    : null;
