import { leadersOfPerson, type Directory, type MatterAct, type Seat, type Standing } from '@chengban/domain';
import type { Cast } from './casting.js';
import type { OutboxMessage } from './change.js';
import type { LockedMatter } from './lock-matter.js';
import * as messages from './messages.js';

/** A seat that was urged just now, and who is told. */
export interface UrgedSeat {
  readonly seat: Seat;
  readonly holders: readonly string[];
  /** those above them, from the second time on */
  readonly leaders: readonly string[];
}

export function personsToUrge(
  standing: Standing,
  directory: Directory,
  actorId: string,
  now: number,
): readonly UrgedSeat[] {
  const urged = standing.sittings.flatMap(({ seats }) => seats.filter((seat) => seat.urged?.at === now));
  return urged.map((seat) => {
    const holders = seat.holderId === undefined ? seat.candidateIds : [seat.holderId];
    if ((seat.urged?.times ?? 0) < 2) return { seat, holders, leaders: [] };
    const above = holders.flatMap((id) => leadersOfPerson(directory, id, (leader) => leader !== actorId));
    const leaders = [...new Set(above.map(({ personId }) => personId))].filter((id) => !holders.includes(id));
    return { seat, holders, leaders };
  });
}

interface Told {
  readonly act: MatterAct;
  readonly actor: { readonly personId: string; readonly name: string };
  readonly before: Standing;
  readonly standing: Standing;
  readonly locked: LockedMatter;
  readonly cast: Cast;
  readonly now: number;
  /** name of a node */
  readonly nameOf: (nodeId: string) => string;
}

/** Whom an act on the matter concerns, besides those who get a task by it. */
export function toldByMatter({ act, actor, before, standing, locked, cast, now, nameOf }: Told): OutboxMessage[] {
  const { instance, face, tasks } = locked;
  const place = { instanceId: instance.id, face, actorId: actor.personId };
  const busy = before.sittings.flatMap(({ seats }) =>
    seats.flatMap((seat) =>
      seat.status !== 'open' ? [] : seat.holderId === undefined ? seat.candidateIds : [seat.holderId],
    ),
  );
  const concerned = [...busy, ...before.drafterIds];
  switch (act.verb) {
    case 'urge':
      return personsToUrge(standing, cast.directory, actor.personId, now).flatMap(({ seat, holders, leaders }) => {
        const task = tasks.find((each) => each.seat === seat.id);
        const about = { taskId: task?.id ?? null, name: task?.name ?? '', text: (act.text ?? '').trim() };
        return [
          ...messages.urged(place, { ...about, personIds: holders, again: (seat.urged?.times ?? 0) > 1 }),
          ...messages.urged(place, { ...about, taskId: null, personIds: leaders, again: true }),
        ];
      });
    case 'cancel':
      return messages.stopped(place, concerned, '已撤销', act.reason.trim());
    case 'terminate':
      return messages.stopped(place, concerned, '已终止', act.reason.trim());
    case 'withdraw':
      return messages.stopped(place, busy, `${actor.name}已撤回`, act.reason.trim());
    case 'reroute': {
      const admins = cast.directory.admins().map(({ personId }) => personId);
      return messages.reroute(place, admins, nameOf(act.to), act.reason.trim());
    }
    case 'handOver': {
      const words = { title: `交接给您的待办：${face.number}`, text: `原因：${act.reason.trim()}` };
      const theirs = tasks.filter(({ candidateIds }) => candidateIds.includes(act.fromId));
      return theirs.flatMap(({ id }) =>
        messages.taskPassedOn(place, { topic: 'task.handedOver', taskId: id, personIds: [act.toId] }, words),
      );
    }
    default:
      return [];
  }
}
