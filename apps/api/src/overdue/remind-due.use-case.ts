import { Injectable } from '@nestjs/common';
import { chineseDate, civilDateInShanghai, Directory, leadersOfPerson, type JsonObject } from '@chengban/domain';
import { v7 } from 'uuid';
import { Transactions } from '../database/transactions.js';
import { OutboxStore, type NewMessage } from '../outbox/outbox.store.js';
import { OverdueStore, type OverdueTask } from './overdue.store.js';

const AT_ONCE = 100;
const MAX_TEXT = 200;

/** 超时: remind whoever has the task, then tell those above. Nothing is ever approved because time has passed. */
@Injectable()
export class RemindDueUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: OverdueStore,
    private readonly outbox: OutboxStore,
  ) {}

  /** @param now epoch ms @returns how many tasks were told of */
  async execute(now: number): Promise<number> {
    let told = 0;
    for (const kind of ['remind', 'escalate'] as const) {
      for (let taken = AT_ONCE; taken === AT_ONCE; told += taken) taken = await this.tell(kind, now);
    }
    return told;
  }

  private tell(kind: 'remind' | 'escalate', now: number): Promise<number> {
    return this.transactions.inTransaction(async () => {
      const tasks = await this.store.take(kind, new Date(now), AT_ONCE);
      for (const [tenant, own] of byTenant(tasks)) {
        const above = kind === 'escalate' ? await this.leaders(tenant, own, now) : new Map<string, readonly string[]>();
        const messages = own.flatMap((task) => messagesFor(kind, task, above.get(task.id) ?? []));
        await this.outbox.add(tenant, messages, new Date(now));
      }
      return tasks.length;
    });
  }

  /** Task → those directly above its people; flow administrators where there is nobody. */
  private async leaders(
    tenant: string,
    tasks: readonly OverdueTask[],
    now: number,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = [...new Set(tasks.flatMap(({ personIds }) => personIds))];
    const entries = await this.store.rolesAround(tenant, ids, civilDateInShanghai(now));
    const seats = new Set(entries.map(({ unitId, role }) => Directory.seatKey(unitId, role)));
    const directory = new Directory(entries, new Set(entries.map(({ personId }) => personId)), seats);
    return new Map(tasks.map((task) => [task.id, leadersOfTask(task, directory)]));
  }
}

const leadersOfTask = ({ personIds }: OverdueTask, directory: Directory): string[] => {
  const above = personIds.flatMap((id) => leadersOfPerson(directory, id, (leader) => !personIds.includes(leader)));
  return [...new Set(above.map(({ personId }) => personId))];
};

function messagesFor(kind: 'remind' | 'escalate', task: OverdueTask, leaders: readonly string[]): NewMessage[] {
  const due = task.dueAt === null ? '' : `办理期限是${chineseDate(civilDateInShanghai(task.dueAt.getTime()))}。`;
  const subject = `${task.number} ${task.unitName}：${task.requirement}`;
  const own = message(
    task,
    'task.overdue',
    task.personIds,
    `已超期，请尽快办理：${task.name}`,
    `${due}${subject}`,
    task.id,
  );
  if (kind === 'remind') return own;
  const up = `由下级办理的“${task.name}”已超期，请督促`;
  return [...own, ...message(task, 'task.escalated', leaders, up, `${due}${subject}`, null)];
}

function message(
  { instanceId, obligationId }: OverdueTask,
  topic: string,
  personIds: readonly string[],
  title: string,
  text: string,
  taskId: string | null,
): NewMessage[] {
  if (personIds.length === 0) return [];
  const payload: JsonObject = {
    personIds: [...personIds],
    title,
    text: text.slice(0, MAX_TEXT),
    taskId,
    instanceId,
    obligationId,
  };
  return [{ id: v7(), instanceId, topic, payload }];
}

function byTenant(tasks: readonly OverdueTask[]): ReadonlyMap<string, OverdueTask[]> {
  const found = new Map<string, OverdueTask[]>();
  for (const task of tasks) {
    const known = found.get(task.tenant);
    if (known) known.push(task);
    else found.set(task.tenant, [task]);
  }
  return found;
}
