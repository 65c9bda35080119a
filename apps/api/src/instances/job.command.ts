import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type StepEvent } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { settleHappening, type LockedRow } from './automatic.js';
import { LOCK_JOB, REFUSE_JOB } from './lock-statements.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

export type JobResult = Extract<StepEvent, { readonly type: 'job' }>['result'];

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
  async answer(tenant: string, jobId: string, result: JobResult): Promise<'taken' | 'dropped'> {
    return this.transactions.inTransaction(async (manager) => {
      const now = this.clock.now();
      const [found] = await runPrepared<Row>(manager, LOCK_JOB, [tenant, jobId, civilDateInShanghai(now)]);
      if (!found) return 'dropped';
      const { job, ...row } = found;
      const flow = await this.flows.flow(tenant, row.definitionVersionId);
      const { nodeId, token } = job;
      const event = { type: 'job', nodeId, token, result } as const;
      const text = result.kind === 'failed' ? result.message : '';
      const settled = settleHappening(row, flow, now, { event, verb: 'job', nodeId, text, doneJobId: jobId });
      if (!settled.ok) {
        await runPrepared(manager, REFUSE_JOB, [tenant, jobId, settled.error.message, new Date(now)]);
        return 'dropped';
      }
      const { statement, values } = writeStatement(settled.value);
      await runPrepared(manager, statement, values);
      return 'taken';
    });
  }
}
