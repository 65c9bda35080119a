import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, ok, type JsonObject, type Refusal, type Result, type StepEvent } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { hasLeft, settleHappening, type LockedRow } from './automatic.js';
import type { Change } from './change.js';
import { LOCK_JOB, REFUSE_JOB } from './lock-statements.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

export type JobResult = Extract<StepEvent, { readonly type: 'job' }>['result'];

/** Work that a handler does inside the step: decided once the instance is locked. */
export interface InStep {
  readonly kind: 'inStep';
  /** inside the step's transaction; may lock, must not write */
  readonly decide: () => Promise<Decided>;
}

interface Decided {
  readonly variables: JsonObject;
  /** what the history tells of it */
  readonly text: string;
  /** what is written with the step; null: nothing */
  readonly write: (() => Promise<void>) | null;
}

type Row = LockedRow & { readonly job: { readonly nodeId: string; readonly token: number } };

/** A handler's answer is an act like any other. */
@Injectable()
export class JobCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly clock: Clock,
  ) {}

  /** Carries an answer into the flow, once: an answer to work that is no longer wanted, or was answered, is dropped. */
  async answer(tenant: string, jobId: string, answer: JobResult | InStep): Promise<'taken' | 'dropped'> {
    return this.transactions.inTransaction(async (manager) => {
      const now = this.clock.now();
      const [found] = await runPrepared<Row>(manager, LOCK_JOB, [tenant, jobId, civilDateInShanghai(now)]);
      if (!found) return 'dropped';
      const { job, ...row } = found;
      const flow = await this.flows.flow(tenant, row.definitionVersionId);
      const decided = answer.kind === 'inStep' ? await answer.decide() : null;
      const result: JobResult = decided ? { kind: 'done', variables: decided.variables } : (answer as JobResult);
      const settled = await settleAnswer(manager, row, flow, now, { jobId, ...job, result, text: decided?.text ?? '' });
      if (!settled.ok) {
        if (!hasLeft(settled.error)) throw new Error(settled.error.message);
        await runPrepared(manager, REFUSE_JOB, [tenant, jobId, settled.error.message, new Date(now)]);
        return 'dropped';
      }
      const { change, went } = settled.value;
      // an answer that the flow could not take is a failure, and leaves no trace but itself
      if (went) await decided?.write?.();
      const { statement, values } = writeStatement(change);
      await runPrepared(manager, statement, values);
      return 'taken';
    });
  }
}

interface Answered {
  readonly jobId: string;
  readonly nodeId: string;
  readonly token: number;
  readonly result: JobResult;
  readonly text: string;
}

interface SettledAnswer {
  readonly change: Change;
  /** whether the flow took the answer as it was given */
  readonly went: boolean;
}

/** An answer from which the flow cannot go on is a failure of the work: it rests where an administrator sees it. */
async function settleAnswer(
  manager: EntityManager,
  row: LockedRow,
  flow: Flow,
  now: number,
  answered: Answered,
): Promise<Result<SettledAnswer, Refusal>> {
  const { jobId, nodeId, token, result } = answered;
  const event = { type: 'job', nodeId, token, result } as const;
  const text = result.kind === 'failed' ? result.message : answered.text;
  const settled = await settleHappening(manager, row, flow, now, {
    event,
    verb: 'job',
    nodeId,
    text,
    doneJobId: jobId,
  });
  if (settled.ok) return ok({ change: settled.value, went: true });
  if (hasLeft(settled.error) || result.kind === 'failed') return settled;
  const failed = { kind: 'failed', message: settled.error.message } as const;
  const again = await settleAnswer(manager, row, flow, now, { ...answered, result: failed });
  return again.ok ? ok({ ...again.value, went: false }) : again;
}
