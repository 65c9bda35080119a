import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, startInstance, type JsonObject } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { Flow } from '../definitions/flows.read-model.js';
import type { ActEnvelope } from './act-request.js';
import { Answers } from './answers.js';
import type { Change } from './change.js';
import { LOCK_OBLIGATION } from './lock-statements.js';
import { faceWithDates } from './lock-task.js';
import type { ObligationFace, SeatHolder } from './locked-state.js';
import { runPrepared } from './prepared.js';
import { Refused } from './refused.js';
import { seatsOfFlow, type Seats } from './seats.js';
import { newInstance } from './new-instance.js';
import { settleChange } from './settle-change.js';
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

interface Row {
  readonly instanceId: string | null;
  readonly readerUnitIds: readonly string[];
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
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
        const seats = seatsFor(request);
        const row = await lockObligation(manager, request, seats, now);
        const { readerUnitIds } = row;
        const { ability, actor, unit } = request;
        const place = { tenant: actor.tenant, unitId: unit.id, readerUnitIds: [...readerUnitIds] };
        requireOn(ability, 'start', 'Obligation', place, `只有${unit.name}的经办人可以开始填报`);
        if (row.instanceId !== null) throw alreadyStarted();
        const { change, answer } = decide(request, row, seats, now);
        const { statement, values } = writeStatement(change);
        await runPrepared(manager, statement, values);
        return answer;
      }),
    );
  }
}

const seatsFor = ({ flow, unit, supervisorUnitId, actor }: StartRequest): Seats =>
  seatsOfFlow(flow.workflow.compiled, { unitId: unit.id, supervisorUnitId, startedBy: actor.personId });

async function lockObligation(
  manager: EntityManager,
  { actor, obligationId }: StartRequest,
  { unitIds, roles, personIds }: Seats,
  now: number,
): Promise<Row> {
  const values = [actor.tenant, obligationId, unitIds, roles, personIds, civilDateInShanghai(now)];
  const [row] = await runPrepared<Row>(manager, LOCK_OBLIGATION, values);
  if (!row) throw new Error(`obligation ${obligationId} vanished`);
  return { ...row, face: faceWithDates(row.face) };
}

function decide(request: StartRequest, row: Row, seats: Seats, now: number): { change: Change; answer: StartAnswer } {
  const { actor, flow, unit, repeat, supervisorUnitId, obligationId } = request;
  const variables: JsonObject = { unit: { id: unit.id, name: unit.name, kind: unit.kind } };
  const started = startInstance(flow.workflow, variables, now, flow.hash);
  if (!started.ok) throw new Refused(started.error);
  const instance = newInstance({
    tenant: actor.tenant,
    definitionVersionId: flow.id,
    obligationId,
    unitId: unit.id,
    supervisorUnitId,
    // units with a seat in the flow see its obligation from the beginning
    readerUnitIds: [...new Set([...row.readerUnitIds, unit.id, supervisorUnitId, ...seats.unitIds])],
    startedBy: actor.personId,
    main: true,
  });
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face: row.face,
    seats: row.seats,
    actorId: actor.personId,
    now,
    ...started.value,
    line: {
      verb: 'start',
      nodeId: null,
      event: { type: 'start', variables },
      text: `${flow.name} 第 ${flow.version} 版`,
    },
    drafterIds: [],
    round: 0,
    start: {
      main: true,
      definitionVersionId: flow.id,
      unitId: unit.id,
      supervisorUnitId,
      seats,
      startedBy: actor.personId,
    },
  });
  const own = settled.opened.find((task) => task.candidateIds.includes(actor.personId));
  const answer = { instanceId: instance.id, taskId: own?.id ?? null };
  const kept = repeat && { ...repeat, personId: actor.personId, status: 201, etag: null, body: answer };
  const rest = {
    task: null,
    firedTimerId: null,
    doneJobId: null,
    newRound: null,
    verdict: null,
    draft: null,
    answer: kept,
  };
  return { change: { ...settled, ...rest }, answer };
}

const alreadyStarted = (): Refused =>
  new Refused({
    code: 'already-started',
    message: '这个承办事项已经开始填报',
    cure: '请刷新页面，从“我的待办”继续办理。',
  });
