import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { notAllowed, notFound } from '../http/problems/common-problems.js';
import { actAnswer, type ActAnswer } from './act-answer.js';
import type { TaskAct } from './act-request.js';
import { Answers } from './answers.js';
import { withPeople } from './casting.js';
import { copiesOf } from './copies-of.js';
import { formSurroundings } from './form-surroundings.js';
import { lockTask, type LockedTaskRow } from './lock-task.js';
import { mayActOn, mayReadTask } from './may.js';
import { carryOut, changeOf, evidenceNotFound } from './perform-act.js';
import { personsNamedBy } from './persons-named.js';
import { explainedItemFault } from './open-items.js';
import { runPrepared } from './prepared.js';
import { Refused, staleRefusal } from './refused.js';
import { writeStatement } from './write-change.js';

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
        if (!mayReadTask(request.ability, locked, flow.key)) throw notFound('这个待办');
        const earlier = this.answers.sameAs<ActAnswer>(locked.answered, request.repeat);
        if (earlier) return earlier;
        const { answer, statement, values } = await decide(manager, request, locked, flow, now);
        await runPrepared(manager, statement, values).catch((fault: unknown) => {
          throw explainedItemFault(fault, request.act) ?? explained(fault);
        });
        return answer;
      }),
    );
  }
}

async function decide(manager: EntityManager, request: TaskAct, locked: LockedTaskRow, flow: Flow, now: number) {
  const { instance, task, face, seats } = locked;
  const { actor, seen, repeat } = request;
  if (seen !== null && seen !== instance.revision)
    throw new Refused(staleRefusal(), { tenant: actor.tenant, id: instance.id, seen });
  const given = request.draft?.data ?? request.data;
  const around = await formSurroundings(manager, instance, flow.form, given, now);
  const named = personsNamedBy(request.act);
  const { taken, cast } = await withPeople(manager, { instance, seats, named, now }, (people) => {
    const acted = carryOut(request, locked, flow, now, people, around);
    // whoever a copy is for is looked up with the others
    copiesOf(flow, instance, people, acted.performed);
    return acted;
  });
  const change = changeOf(request, locked, flow, now, cast, taken);
  // the rules the guard went by were about tasks in general; these are about this row, now locked
  if (!mayActOn(request.ability, locked, flow.key)) throw notAllowed('您不是这件待办的办理人');
  const answer = actAnswer({
    instance,
    task,
    face,
    people: cast.people,
    seats: taken.performed.seats,
    actor,
    definitionKey: flow.key,
    change,
    calendar: flow.workflow.calendar,
  });
  const kept = repeat && {
    ...repeat,
    personId: actor.personId,
    status: 200,
    etag: `"${change.revision}"`,
    body: answer,
  };
  return { answer, ...writeStatement({ ...change, answer: kept }) };
}

/** A file that was deleted between the lock, which does not cover files, and the writing: the database noticed. */
const explained = (fault: unknown): unknown =>
  (fault as { constraint?: string }).constraint === 'evidence_use_of_evidence' ? evidenceNotFound([]) : fault;
