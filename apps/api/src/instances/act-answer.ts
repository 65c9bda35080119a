import type { Actor, Calendar, ObligationStatus, TaskState } from '@chengban/domain';
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
  readonly seats: readonly SeatHolder[];
  readonly after: TaskState;
  readonly actor: Actor;
  readonly definitionKey: string;
  readonly calendar: Calendar;
  readonly change: Pick<Change, 'at' | 'status' | 'revision' | 'stage' | 'opened' | 'newRound'>;
}

/** What the one who acted sees, made from what was locked and written: no reading after the commit. */
export function actAnswer({
  instance,
  task,
  face,
  seats,
  after,
  actor,
  definitionKey,
  change,
  calendar,
}: Acted): ActAnswer {
  const { at, stage } = change;
  const holderName = after.holderId === actor.personId ? actor.name : nameOf(seats, after.holderId);
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
      who: opened.candidateIds.map((id) => nameOf(seats, id)),
    })),
  };
}

const nameOf = (seats: readonly SeatHolder[], id: string | null): string =>
  seats.find((seat) => seat.personId === id)?.name ?? '';
