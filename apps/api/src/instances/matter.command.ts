import { Injectable } from '@nestjs/common';
import { performOnMatter, type Action, type MatterAct, type Performed } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { notAllowed, notFound } from '../http/problems/common-problems.js';
import { sceneOf } from './act-scene.js';
import { Answers } from './answers.js';
import { withPeople, type Cast } from './casting.js';
import { lockMatter, type LockedMatter } from './lock-matter.js';
import { matterChange } from './matter-change.js';
import { personsToUrge } from './matter-told.js';
import type { MatterRequest } from './matter-request.js';
import { mayOnMatter } from './may.js';
import { personsNamedBy } from './persons-named.js';
import { runPrepared } from './prepared.js';
import { Refused, runsAlready, staleRefusal } from './refused.js';
import { writeStatement } from './write-change.js';

/** What is true of the matter after an act on the whole of it. */
export interface MatterAnswer {
  readonly instance: { readonly id: string; readonly status: string; readonly revision: number };
  /** the tasks that this act opened */
  readonly next: readonly { readonly name: string; readonly who: readonly string[] }[];
}

const ACTIONS: Readonly<Record<MatterAct['verb'], Action>> = {
  withdraw: 'withdraw',
  cancel: 'cancel',
  terminate: 'terminate',
  reopen: 'reopen',
  urge: 'urge',
  reroute: 'reroute',
  confirmReroute: 'reroute',
  dropReroute: 'reroute',
  handOver: 'handOver',
};

/** The one transaction of an act on a matter as a whole; written by the same statement as an act on a task. */
@Injectable()
export class MatterCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly answers: Answers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 (with what changed) or 422: then nothing was written */
  async execute(request: MatterRequest): Promise<MatterAnswer> {
    return this.answers.once(request, () =>
      this.transactions.inTransaction(async (manager) => {
        const now = this.clock.now();
        const locked = await lockMatter(manager, request, now);
        if (!locked) throw notFound('这个事项');
        const flow = await this.flows.flow(request.actor.tenant, locked.instance.definitionVersionId);
        if (!mayOnMatter(request.ability, 'read', locked, flow.key)) throw notFound('这个事项');
        const earlier = this.answers.sameAs<MatterAnswer>(locked.answered, request.repeat);
        if (earlier) return earlier;
        if (!mayOnMatter(request.ability, ACTIONS[request.act.verb], locked, flow.key))
          throw notAllowed(NOT_ALLOWED[request.act.verb] ?? '您不能对这个事项做这个操作');
        const { answer, statement, values } = await decide(manager, request, locked, flow, now);
        await runPrepared(manager, statement, values).catch((fault: unknown) => {
          throw runsAlready(fault) ? new Refused(startedAgain()) : fault;
        });
        return answer;
      }),
    );
  }
}

const NOT_ALLOWED: Readonly<Record<string, string>> = {
  terminate: '只有流程管理员可以终止',
  reopen: '只有督办单位可以重开',
  reroute: '只有流程管理员可以调度',
  confirmReroute: '只有流程管理员可以确认调度',
  dropReroute: '只有流程管理员可以取消调度',
  handOver: '只有流程管理员可以交接待办',
};

async function decide(manager: EntityManager, request: MatterRequest, locked: LockedMatter, flow: Flow, now: number) {
  const { instance, seats, currentInstanceId } = locked;
  const { actor, act, seen, repeat } = request;
  const where = { tenant: actor.tenant, id: instance.id, seen };
  if (seen !== null && seen !== instance.revision) throw new Refused(staleRefusal(), where);
  if (act.verb === 'reopen' && instance.main && currentInstanceId !== null && currentInstanceId !== instance.id)
    throw new Refused(startedAgain(), where);
  if (act.verb === 'reopen' && instance.request !== null) throw new Refused(notReopened(), where);
  const named = personsNamedBy(act);
  const carry = (people: Cast): Performed => {
    const done = performOnMatter(sceneOf(instance, flow, actor, people, now), act);
    if (!done.ok) throw new Refused(done.error, where);
    // leaders who are told are looked up with the others
    if (act.verb === 'urge') personsToUrge(done.value.standing, people.directory, actor.personId, now);
    return done.value;
  };
  const { taken: performed, cast } = await withPeople(manager, { instance, seats, named, now }, carry);
  const change = matterChange({ request, locked, flow, cast, performed, now });
  const answer: MatterAnswer = {
    instance: { id: instance.id, status: change.status, revision: change.revision },
    next: change.opened.map(({ name, candidateIds }) => ({
      name,
      who: candidateIds.map((id) => cast.people.find((each) => each.personId === id)?.name ?? ''),
    })),
  };
  const kept = repeat && {
    ...repeat,
    personId: actor.personId,
    status: 200,
    etag: `"${change.revision}"`,
    body: answer,
  };
  return { answer, ...writeStatement({ ...change, answer: kept }) };
}

const notReopened = () => ({
  code: 'request-not-reopened',
  message: '办完的申请不能重开。',
  cure: '需要再申请的，请由责任单位在承办事项页面另行申请。',
});

const startedAgain = () => ({
  code: 'started-again',
  message: '这个承办事项已经另外开始填报，不用重开。',
  cure: '请从正在办理的那一件继续。',
});
