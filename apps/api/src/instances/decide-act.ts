import type { EntityManager } from 'typeorm';
import type { Flow } from '../definitions/flows.read-model.js';
import { notAllowed } from '../http/problems/common-problems.js';
import { actAnswer } from './act-answer.js';
import type { TaskAct } from './act-request.js';
import { withPeople } from './casting.js';
import { copiesOf } from './copies-of.js';
import { formSurroundings } from './form-surroundings.js';
import type { LockedTaskRow } from './lock-task.js';
import { mayActOn } from './may.js';
import { explainedItemFault } from './open-items.js';
import { carryOut, changeOf, evidenceNotFound } from './perform-act.js';
import { personsNamedBy } from './persons-named.js';
import { Refused, staleRefusal } from './refused.js';
import { writeStatement } from './write-change.js';

/**
 * What an act on the locked rows comes to: its answer, and the one statement that writes it.
 * @throws Problem 403, 409 or 422: nothing is to be written
 */
export async function decideAct(
  manager: EntityManager,
  request: TaskAct,
  locked: LockedTaskRow,
  flow: Flow,
  now: number,
) {
  const { instance, task, face, seats } = locked;
  const { actor, seen, repeat } = request;
  if (seen !== null && seen !== instance.revision)
    throw new Refused(staleRefusal(), { tenant: actor.tenant, id: instance.id, seen });
  const given = request.draft?.data ?? request.data;
  const around = await formSurroundings(manager, { ...instance, dueOn: face.dueOn }, flow.form, given, now);
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
    verb: request.act.verb,
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

/** What the locked rows could not foresee, as an answer: a file deleted since the lock, which does not cover files. */
export const explainedFault = (fault: unknown, act: TaskAct['act']): unknown =>
  explainedItemFault(fault, act) ??
  ((fault as { constraint?: string }).constraint === 'evidence_use_of_evidence' ? evidenceNotFound([]) : fault);
