import type { Actor, Calendar, ObligationStatus, SeatEffect } from '@chengban/domain';
import { actingFor, taskItem, type TaskItem } from '../tasks/task-item.read-model.js';
import type { Change } from './change.js';
import type { LockedInstance, LockedTask, ObligationFace, SeatHolder } from './locked-state.js';

export interface ActAnswer {
  readonly task: TaskItem;
  readonly instance: { readonly id: string; readonly status: string; readonly revision: number };
  /** the tasks that this act opened, and whose they are now */
  readonly next: readonly { readonly name: string; readonly who: readonly string[] }[];
}

export interface Acted {
  readonly instance: LockedInstance;
  readonly task: LockedTask;
  readonly face: ObligationFace;
  readonly people: readonly SeatHolder[];
  readonly seats: readonly SeatEffect[];
  readonly actor: Actor;
  readonly verb: string;
  readonly definitionKey: string;
  readonly calendar: Calendar;
  readonly change: Pick<Change, 'at' | 'status' | 'revision' | 'stage' | 'opened' | 'newRound'>;
}

/** What the one who acted sees, made from what was locked and written: no reading after the commit. */
export function actAnswer({
  instance,
  task,
  face,
  people,
  seats,
  actor,
  verb,
  definitionKey,
  change,
  calendar,
}: Acted): ActAnswer {
  const { at, stage } = change;
  const after = afterwards(task, seats);
  const holderName = after.holderId === actor.personId ? actor.name : nameOf(people, after.holderId);
  const facts = {
    id: task.id,
    instanceId: instance.id,
    obligationId: instance.obligationId,
    nodeId: task.nodeId,
    name: task.name,
    purpose: task.purpose,
    status: after.status,
    number: face.number,
    measureNo: face.measureNo,
    measureText: face.measureText,
    requirement: face.requirement,
    unitId: instance.unitId,
    unitName: face.unitName,
    dueOn: face.dueOn,
    dueAt: task.dueAt,
    holder: after.holderId === null ? null : { id: after.holderId, name: holderName },
    actingFor: actingFor(actor, task.candidateIds, definitionKey),
    openedAt: task.openedAt,
    closedAt: after.status === 'open' ? null : (task.closedAt ?? at),
    closedHow: after.how,
    closedVerb: after.how === null ? null : verb,
    closedBy: after.how === null ? null : { id: actor.personId, name: actor.name },
    revision: change.revision,
    obligation: {
      status: (stage ?? face.status) as ObligationStatus,
      submittedAt: change.newRound ? at : face.submittedAt,
      returnedAt: stage === 'returned' ? at : face.returnedAt,
      closedAt: stage === 'closed' ? at : face.closedAt,
    },
  };
  return {
    task: taskItem(facts, at.getTime(), calendar),
    instance: { id: instance.id, status: change.status, revision: change.revision },
    next: change.opened.map((opened) => ({
      name: opened.name,
      who: opened.candidateIds.map((id) => nameOf(people, id)),
    })),
  };
}

/** The task as the act left it: closed, in other hands, or as it was. */
function afterwards(task: LockedTask, seats: readonly SeatEffect[]) {
  const last = seats.find((effect) => effect.seat === task.seat && effect.type !== 'open');
  if (last?.type === 'close') {
    const done = last.how === 'done';
    const holderId = done ? (last.byId ?? null) : task.holderId;
    return { status: done ? 'completed' : 'cancelled', holderId, how: last.how } as const;
  }
  if (last?.type === 'change') return { status: task.status, holderId: last.holderId, how: null };
  return { status: task.status, holderId: task.holderId, how: null };
}

const nameOf = (people: readonly SeatHolder[], id: string | null): string =>
  people.find((seat) => seat.personId === id)?.name ?? '';
