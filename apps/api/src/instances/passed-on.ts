import type { TaskAct } from '@chengban/domain';
import type { OutboxMessage } from './change.js';
import * as messages from './messages.js';

/** People to whom a task came by another's act are told; a task that opened tells by itself. */
export function passedOn(
  place: messages.MessagePlace,
  act: TaskAct,
  { id: taskId, name }: { readonly id: string; readonly name: string },
  by: string,
  /** who delegated the task before this act */
  delegators: readonly string[],
): OutboxMessage[] {
  if (act.verb === 'transfer') {
    const words = { title: `${by}转办给您：${name}`, text: `原因：${act.reason.trim()}` };
    return messages.taskPassedOn(place, { topic: 'task.transferred', taskId, personIds: [act.toId] }, words);
  }
  if (act.verb === 'delegate') {
    const words = { title: `${by}委派给您：${name}`, text: act.reason.trim() };
    return messages.taskPassedOn(place, { topic: 'task.delegated', taskId, personIds: [act.toId] }, words);
  }
  if (act.verb === 'reply') {
    const words = { title: `${by}已回复您的委派：${name}`, text: act.opinion.trim() };
    return messages.taskPassedOn(place, { topic: 'task.replied', taskId, personIds: delegators }, words);
  }
  return [];
}
