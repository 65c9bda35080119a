import { Injectable } from '@nestjs/common';
import { requireOn } from '../access/require-ability.js';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { Flow } from '../definitions/flows.read-model.js';
import type { ActEnvelope } from './act-request.js';
import { Answers } from './answers.js';
import type { Change } from './change.js';
import { lockObligation, settleStart, type LockedObligation, type FutureInstance } from './open-instance.js';
import { runPrepared } from './prepared.js';
import { Refused } from './refused.js';
import { writeStatement } from './write-change.js';

export interface StartRequest extends ActEnvelope {
  readonly obligationId: string;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly supervisorUnitId: string;
  readonly flow: Flow;
}

export interface StartAnswer {
  readonly instanceId: string;
  /** null when the flow does not begin with a task of the starter's */
  readonly taskId: string | null;
}

/** Opens an instance for an obligation: the obligation's row is the lock, the writing statement is the one of all acts. */
@Injectable()
export class StartCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly answers: Answers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `already-started` · 422 when the flow cannot begin */
  async execute(request: StartRequest): Promise<StartAnswer> {
    return this.answers.once(request, () =>
      this.transactions.inTransaction(async (manager) => {
        const now = this.clock.now();
        const opening = openingOf(request);
        const locked = await lockObligation(manager, opening, now);
        const { ability, actor, unit } = request;
        const place = { tenant: actor.tenant, unitId: unit.id, readerUnitIds: [...locked.readerUnitIds] };
        requireOn(ability, 'start', 'Obligation', place, `只有${unit.name}的经办人可以开始填报`);
        if (locked.instanceId !== null) throw alreadyStarted();
        const { change, answer } = await decide(manager, request, opening, locked, now);
        const { statement, values } = writeStatement(change);
        await runPrepared(manager, statement, values);
        return answer;
      }),
    );
  }
}

const openingOf = ({ actor, flow, unit, supervisorUnitId, obligationId }: StartRequest): FutureInstance => ({
  tenant: actor.tenant,
  obligationId,
  unitId: unit.id,
  supervisorUnitId,
  startedBy: actor.personId,
  main: true,
  flow,
});

async function decide(
  manager: EntityManager,
  { actor, unit, repeat }: StartRequest,
  opening: FutureInstance,
  locked: LockedObligation,
  now: number,
): Promise<{ change: Change; answer: StartAnswer }> {
  const variables = { unit: { id: unit.id, name: unit.name, kind: unit.kind } };
  const settled = await settleStart(manager, opening, locked, { variables, actorId: actor.personId, now });
  if (!settled.ok) throw new Refused(settled.error);
  const change = settled.value;
  const own = change.opened.find((task) => task.candidateIds.includes(actor.personId));
  const answer = { instanceId: change.instanceId, taskId: own?.id ?? null };
  const kept = repeat && { ...repeat, personId: actor.personId, status: 201, etag: null, body: answer };
  return { change: { ...change, answer: kept }, answer };
}

const alreadyStarted = (): Refused =>
  new Refused({
    code: 'already-started',
    message: '这个承办事项已经开始填报',
    cure: '请刷新页面，从“我的待办”继续办理。',
  });
