import { Injectable, Logger } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import type { ActAnswer } from './act-answer.js';
import type { TaskAct } from './act-request.js';
import { ActCommand } from './act.command.js';
import { Answers } from './answers.js';
import { decideAct } from './decide-act.js';
import { LOCK_TASKS } from './lock-statements.js';
import { lockedTaskOf, type LockedTaskRow, type TaskRow } from './lock-task.js';
import { mayReadTask, notYours } from './may.js';
import { runPrepared, type Prepared } from './prepared.js';
import { Refused } from './refused.js';

export type BatchResult =
  | { readonly taskId: string; readonly ok: true; readonly answer: ActAnswer }
  | { readonly taskId: string; readonly ok: false; readonly problem: Problem };

/** Matters whose locks are held together: few enough that nobody waits long, enough that one commit serves many. */
const AT_ONCE = 40;

/** Groups under way together: the database works on one while the next is judged. */
const SIDE_BY_SIDE = 3;

/**
 * The same act on many tasks, each with its own result. Each is judged and written as if it were alone; what is shared is
 * the lock, read in one statement, and the commit. What the database refuses is tried again alone, so that no task takes
 * another down with it.
 */
@Injectable()
export class BatchCommand {
  private readonly logger = new Logger('Batch');

  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly answers: Answers,
    private readonly acts: ActCommand,
    private readonly clock: Clock,
  ) {}

  async execute(requests: readonly TaskAct[]): Promise<readonly BatchResult[]> {
    const groups: (readonly TaskAct[])[] = [];
    for (let from = 0; from < requests.length; from += AT_ONCE) groups.push(requests.slice(from, from + AT_ONCE));
    const results = new Map<readonly TaskAct[], readonly BatchResult[]>();
    const left = [...groups];
    const work = async (): Promise<void> => {
      for (let group = left.shift(); group !== undefined; group = left.shift())
        results.set(group, await this.together(group));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return groups.flatMap((group) => results.get(group) ?? []);
  }

  private async together(requests: readonly TaskAct[]): Promise<readonly BatchResult[]> {
    try {
      const { done, left } = await this.transactions.inTransaction((manager) => this.writeAll(manager, requests));
      const alone: BatchResult[] = [];
      for (const request of left) alone.push(await this.alone(request));
      return inOrder(requests, [...done, ...alone]);
    } catch (fault) {
      this.logger.warn(`批量办理改为逐件办理：${fault instanceof Error ? fault.message : String(fault)}`);
      const alone: BatchResult[] = [];
      for (const request of requests) alone.push(await this.alone(request));
      return alone;
    }
  }

  /** @returns what was done, and the tasks that have to wait for another of the same matter */
  private async writeAll(manager: EntityManager, requests: readonly TaskAct[]) {
    const now = this.clock.now();
    const rows = await lockTasks(manager, requests, now);
    const done: BatchResult[] = [];
    const left: TaskAct[] = [];
    const statements: { readonly statement: Prepared; readonly values: readonly unknown[] }[] = [];
    const matters = new Set<string>();
    for (const request of requests) {
      const { taskId } = request;
      const locked = rows.get(taskId);
      if (locked && matters.has(locked.instance.id)) {
        left.push(request);
        continue;
      }
      try {
        const decided = await this.decide(manager, request, locked, now);
        if ('statement' in decided) {
          matters.add(locked?.instance.id ?? '');
          statements.push(decided);
        }
        done.push({ taskId, ok: true, answer: decided.answer });
      } catch (fault) {
        done.push({ taskId, ok: false, problem: await this.problemOf(fault) });
      }
    }
    for (const { statement, values } of statements) await runPrepared(manager, statement, values);
    return { done, left };
  }

  private async decide(manager: EntityManager, request: TaskAct, locked: LockedTaskRow | undefined, now: number) {
    if (!locked) throw notFound('这个待办');
    const flow = await this.flows.flow(request.actor.tenant, locked.instance.definitionVersionId);
    if (!mayReadTask(request.ability, locked, flow.key)) throw notYours(request, locked);
    const earlier = this.answers.sameAs<ActAnswer>(locked.answered, request.repeat);
    return earlier ? { answer: earlier } : decideAct(manager, request, locked, flow, now);
  }

  private async alone(request: TaskAct): Promise<BatchResult> {
    const { taskId } = request;
    try {
      return { taskId, ok: true, answer: await this.acts.execute(request) };
    } catch (fault) {
      return { taskId, ok: false, problem: await this.problemOf(fault) };
    }
  }

  /** @throws what is no refusal but a fault */
  private async problemOf(fault: unknown): Promise<Problem> {
    if (fault instanceof Refused) return this.answers.explained(fault);
    if (fault instanceof Problem) return fault;
    throw fault;
  }
}

/** Locks matters in the order of their ids, so that two batches never wait for each other in a circle. */
async function lockTasks(
  manager: EntityManager,
  requests: readonly TaskAct[],
  now: number,
): Promise<ReadonlyMap<string, LockedTaskRow>> {
  const [first] = requests;
  if (!first) return new Map();
  const ids = requests.map(({ taskId }) => taskId);
  const keys = requests.map(({ repeat }) => repeat?.key ?? null);
  const { tenant, personId } = first.actor;
  const values = [tenant, ids, personId, keys, civilDateInShanghai(now)];
  const rows = await runPrepared<TaskRow>(manager, LOCK_TASKS, values);
  return new Map(rows.map((row) => [row.task.id, lockedTaskOf(row)]));
}

function inOrder(requests: readonly TaskAct[], results: readonly BatchResult[]): readonly BatchResult[] {
  const byTask = new Map(results.map((result) => [result.taskId, result]));
  return requests.flatMap(({ taskId }) => byTask.get(taskId) ?? []);
}
