import type { Effect, JsonObject } from '@chengban/domain';
import { v7 } from 'uuid';
import type { OpenedTask, OutboxMessage } from './change.js';
import type { ObligationFace, SeatHolder } from './locked-state.js';
import { outcomeName } from './outcome-names.js';

// What people are told after a command. Recipients are named here, where everything is locked; delivery only delivers.

export interface MessagePlace {
  readonly instanceId: string;
  readonly face: ObligationFace;
  /** the one who acted knows already */
  readonly actorId: string | null;
}

const MAX_TEXT = 200;

function message(
  place: MessagePlace,
  topic: string,
  to: readonly string[],
  words: { title: string; text: string; taskId?: string },
): OutboxMessage[] {
  const personIds = [...new Set(to)].filter((id) => id !== place.actorId);
  if (personIds.length === 0) return [];
  const payload: JsonObject = {
    personIds,
    title: words.title,
    text: words.text.slice(0, MAX_TEXT),
    taskId: words.taskId ?? null,
    instanceId: place.instanceId,
    obligationId: place.face.id,
  };
  return [{ id: v7(), topic, payload }];
}

const subjectOf = ({ face }: MessagePlace): string => `${face.number} ${face.unitName}：${face.requirement}`;

export const taskOpened = (place: MessagePlace, task: OpenedTask): OutboxMessage[] =>
  message(place, 'task.opened', task.candidateIds, {
    title: `待办：${task.name}`,
    text: subjectOf(place),
    taskId: task.id,
  });

export const taskReturned = (
  place: MessagePlace,
  task: OpenedTask,
  drafterIds: readonly string[],
  reason: string,
): OutboxMessage[] =>
  message(place, 'task.returned', [...task.candidateIds, ...drafterIds], {
    title: `被退回，请修改后重新报送：${place.face.number}`,
    text: `退回原因：${reason}`,
    taskId: task.id,
  });

export const taskPassedOn = (
  place: MessagePlace,
  task: PassedOn,
  words: { title: string; text: string },
): OutboxMessage[] =>
  message(place, task.topic, task.personIds, {
    title: words.title,
    text: `${subjectOf(place)}${words.text === '' ? '' : `。${words.text}`}`,
    taskId: task.taskId,
  });

/** A task that came to somebody by another's act. */
export interface PassedOn {
  readonly topic: 'task.transferred' | 'task.delegated' | 'task.replied' | 'task.handedOver';
  readonly taskId: string;
  readonly personIds: readonly string[];
}

export const urged = (place: MessagePlace, { taskId, personIds, name, text, again }: Urged): OutboxMessage[] =>
  message(place, 'task.urged', personIds, {
    title: `${again ? '再次催办' : '催办'}：${name}`,
    text: `${subjectOf(place)}${text === '' ? '' : `。${text}`}`,
    ...(taskId === null ? {} : { taskId }),
  });

export interface Urged {
  readonly taskId: string | null;
  readonly personIds: readonly string[];
  readonly name: string;
  readonly text: string;
  /** the second time leaders are told too */
  readonly again: boolean;
}

/** People who have a part in the matter are told what became of it. */
export const stopped = (
  place: MessagePlace,
  personIds: readonly string[],
  what: string,
  reason: string,
): OutboxMessage[] =>
  message(place, 'instance.stopped', personIds, { title: `${what}：${place.face.number}`, text: `原因：${reason}` });

export const reroute = (
  place: MessagePlace,
  personIds: readonly string[],
  to: string,
  reason: string,
): OutboxMessage[] =>
  message(place, 'instance.reroute', personIds, {
    title: `请确认调度：${place.face.number}`,
    text: `拟调到“${to}”。原因：${reason}`,
  });

export const taskUnassigned = (place: MessagePlace, task: OpenedTask, seats: readonly SeatHolder[]): OutboxMessage[] =>
  message(place, 'task.unassigned', adminsOf(seats), {
    title: `“${task.name}”没有可以办理的人，已转给您`,
    text: `${subjectOf(place)}。请在流程设计中核对办理岗位，或为该岗位安排人员。`,
    taskId: task.id,
  });

export const incident = (place: MessagePlace, text: string, seats: readonly SeatHolder[]): OutboxMessage[] =>
  message(place, 'instance.incident', adminsOf(seats), { title: `流程异常：${place.face.number}`, text });

export const ended = (place: MessagePlace, outcome: string | null, drafterIds: readonly string[]): OutboxMessage[] =>
  message(place, 'instance.ended', drafterIds, {
    title: `${outcomeName(outcome)}：${place.face.number}`,
    text: subjectOf(place),
  });

/** What a flow says to others: delivered to flows, not to people. */
export function said(place: MessagePlace, effect: Effect): OutboxMessage[] {
  if (effect.type !== 'message.send' && effect.type !== 'signal.send') return [];
  const { name, variables } = effect;
  const from = { instanceId: place.instanceId, obligationId: place.face.id };
  if (effect.type === 'signal.send') return [{ id: v7(), topic: 'flow.signal', payload: { name, variables, ...from } }];
  return [{ id: v7(), topic: 'flow.message', payload: { name, key: effect.key, variables, ...from } }];
}

const adminsOf = (seats: readonly SeatHolder[]): string[] =>
  seats.filter((seat) => seat.role === 'flowAdmin').map((seat) => seat.personId);
