import { Injectable } from '@nestjs/common';
import type { Refusal } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { Flow, RequestKind } from '../definitions/flows.read-model.js';
import { OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { extensionUnderWay } from '../plans/plans.module.js';
import type { ActEnvelope } from './act-request.js';
import { Answers } from './answers.js';
import type { Change } from './change.js';
import { lockObligation, settleStart, type LockedObligation, type FutureInstance } from './open-instance.js';
import { runPrepared, type Prepared } from './prepared.js';
import { Refused, runsAlready } from './refused.js';
import { writeStatement } from './write-change.js';

export interface StartRequest extends ActEnvelope {
  readonly obligationId: string;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly supervisorUnitId: string;
  readonly flow: Flow;
  /** what is asked for beside the flow that answers the obligation; null: that flow itself */
  readonly request: RequestKind | null;
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
    private readonly offered: OfferedVerbsReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `already-started`, `obligation-closed`, `extension-requested` · 422 `not-at-this-node`, and when the flow cannot begin */
  async execute(request: StartRequest): Promise<StartAnswer> {
    return this.answers.once(request, () =>
      this.transactions.inTransaction(async (manager) => {
        const now = this.clock.now();
        const opening = openingOf(request);
        const locked = await lockObligation(manager, opening, now);
        const { ability, actor, unit } = request;
        const place = { tenant: actor.tenant, unitId: unit.id, readerUnitIds: [...locked.readerUnitIds] };
        requireOn(
          ability,
          'start',
          'Obligation',
          place,
          `只有${unit.name}的经办人可以${WHAT[request.request ?? 'own']}`,
        );
        const refusal = (await refusalOf(manager, request, locked)) ?? (await this.narrowed(request, locked));
        if (refusal) throw new Refused(refusal);
        const { change, answer } = await decide(manager, request, opening, locked, now);
        const { statement, values } = writeStatement(change);
        await runPrepared(manager, statement, values).catch((fault: unknown) => {
          throw runsAlready(fault) ? new Refused(alreadyStarted()) : fault;
        });
        return answer;
      }),
    );
  }

  /** The flow of the obligation's own work says where a later deadline may be asked for. */
  private async narrowed({ actor, request }: StartRequest, { instanceId }: LockedObligation): Promise<Refusal | null> {
    return request === 'extension' ? this.offered.refusalIn(actor.tenant, instanceId, 'extend') : null;
  }
}

const WHAT = { own: '开始填报', extension: '申请延期' } as const;

const openingOf = ({ actor, flow, unit, supervisorUnitId, obligationId, request }: StartRequest): FutureInstance => ({
  tenant: actor.tenant,
  obligationId,
  unitId: unit.id,
  supervisorUnitId,
  startedBy: actor.personId,
  main: request === null,
  request,
  flow,
});

/** Why the locked obligation lets nothing of the kind begin, or null. */
async function refusalOf(
  manager: EntityManager,
  { actor, obligationId, request }: StartRequest,
  { instanceId, face }: LockedObligation,
): Promise<Refusal | null> {
  if (request === null) return instanceId === null ? null : alreadyStarted();
  // asked again once the lock is held: what another request began while this one waited is in sight only now
  const values = [actor.tenant, obligationId, request];
  const [running] = await runPrepared<{ id: string }>(manager, REQUEST_UNDER_WAY, values);
  return extensionUnderWay(face.status, running !== undefined);
}

/** $1 tenant, $2 obligation, $3 what is asked for */
const REQUEST_UNDER_WAY: Prepared = {
  name: 'instance.request-under-way',
  text: `SELECT id FROM instance WHERE tenant = $1 AND obligation_id = $2 AND request = $3 AND status <> 'completed'`,
};

async function decide(
  manager: EntityManager,
  { actor, unit, repeat, request }: StartRequest,
  opening: FutureInstance,
  locked: LockedObligation,
  now: number,
): Promise<{ change: Change; answer: StartAnswer }> {
  const variables = { unit: { id: unit.id, name: unit.name, kind: unit.kind } };
  const settled = await settleStart(manager, opening, locked, {
    variables,
    actorId: actor.personId,
    verb: request === null ? 'start' : 'extend',
    now,
  });
  if (!settled.ok) throw new Refused(settled.error);
  const change = settled.value;
  const own = change.opened.find((task) => task.candidateIds.includes(actor.personId));
  const answer = { instanceId: change.instanceId, taskId: own?.id ?? null };
  const kept = repeat && { ...repeat, personId: actor.personId, status: 201, etag: null, body: answer };
  return { change: { ...change, answer: kept }, answer };
}

const alreadyStarted = (): Refusal => ({
  code: 'already-started',
  message: '这个承办事项已经开始填报',
  cure: '请刷新页面，从“我的待办”继续办理。',
});
