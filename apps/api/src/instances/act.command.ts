import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { notFound } from '../http/problems/common-problems.js';
import type { ActAnswer } from './act-answer.js';
import type { TaskAct } from './act-request.js';
import { Answers } from './answers.js';
import { decideAct, explainedFault } from './decide-act.js';
import { lockTask } from './lock-task.js';
import { mayReadTask, notYours } from './may.js';
import { runPrepared } from './prepared.js';

/**
 * The one transaction of an act: BEGIN · lock instance and task · the domain decides · one statement writes marking,
 * tasks, timers, history, outbox, round, obligation and answer · COMMIT. Together with the other commands of this folder,
 * which end in the same statement, nothing else changes an instance.
 */
@Injectable()
export class ActCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly answers: Answers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 (with what changed) or 422: then nothing was written */
  async execute(request: TaskAct): Promise<ActAnswer> {
    return this.answers.once(request, () =>
      this.transactions.inTransaction(async (manager) => {
        const now = this.clock.now();
        const locked = await lockTask(manager, request, now);
        if (!locked) throw notFound('这个待办');
        const flow = await this.flows.flow(request.actor.tenant, locked.instance.definitionVersionId);
        if (!mayReadTask(request.ability, locked, flow.key)) throw notYours(request, locked);
        const earlier = this.answers.sameAs<ActAnswer>(locked.answered, request.repeat);
        if (earlier) return earlier;
        const { answer, statement, values } = await decideAct(manager, request, locked, flow, now);
        await runPrepared(manager, statement, values).catch((fault: unknown) => {
          throw explainedFault(fault, request.act);
        });
        return answer;
      }),
    );
  }
}
