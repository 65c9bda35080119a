import { isInRange, principalAt, principalsIn, type Act, type Actor, type MatterContext } from '@chengban/domain';
import type { Flow } from '../definitions/flows.read-model.js';
import type { Cast } from './casting.js';
import { standingOf, type LockedInstance, type LockedTask } from './locked-state.js';

/** What the domain needs to know of a locked instance to judge and carry out an act. */
export function sceneOf(
  instance: LockedInstance,
  { workflow, key }: Pick<Flow, 'workflow' | 'key'>,
  actor: Actor,
  { seater, directory }: Pick<Cast, 'seater' | 'directory'>,
  now: number,
): MatterContext {
  return {
    workflow,
    standing: standingOf(instance),
    actor: { personId: actor.personId, deputyFor: principalsIn(actor, key) },
    seater,
    now,
    startedBy: instance.startedBy,
    known: new Set(directory.entries.map((entry) => entry.personId)),
    choosable: (assignment, personId) => isInRange(assignment, personId, directory, instance),
    mayDraft: (personId) =>
      directory
        .rolesOf(personId)
        .some(({ unitId }) => unitId === instance.unitId || actor.memberships.some((own) => own.unitId === unitId)),
  };
}

/** 代: on whose behalf, where somebody stands in; the history needs it to replay. */
export function actingAs({ actor }: MatterContext, { candidateIds, holderId }: SeatOfTask): { readonly as?: string } {
  const seat = { candidateIds, ...(holderId !== null && { holderId }) };
  const principal = principalAt(seat, actor);
  return principal === null || principal === actor.personId ? {} : { as: principal };
}

type SeatOfTask = Pick<LockedTask, 'candidateIds' | 'holderId'>;

/** The words of an act as the history tells it. */
export function textOf(act: Act, { people }: Pick<Cast, 'people'>): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => people.find((each) => each.personId === id)?.name ?? '').join('、');
  const because = (reason: string | undefined): string =>
    (reason ?? '').trim() === '' ? '' : `。原因：${reason?.trim()}`;
  switch (act.verb) {
    case 'return':
    case 'reject':
    case 'withdraw':
    case 'cancel':
    case 'terminate':
    case 'reopen':
      return act.reason.trim();
    case 'approve':
    case 'reply':
      return (act.opinion ?? '').trim();
    case 'transfer':
      return `转给${names([act.toId])}${because(act.reason)}`;
    case 'delegate':
      return `委派给${names([act.toId])}${because(act.reason)}`;
    case 'addSigner':
      return `${SIDES[act.side]}加签（${MODES[act.mode]}）：${names(act.personIds)}${because(act.reason)}`;
    case 'handOver':
      return `${names([act.fromId])}的待办交给${names([act.toId])}${because(act.reason)}`;
    case 'removeSigner':
    case 'reroute':
      return act.reason.trim();
    case 'urge':
      return (act.text ?? '').trim();
    default:
      return '';
  }
}

const SIDES = { before: '前', after: '后', beside: '并行' } as const;
const MODES = { all: '会签', any: '或签', sequence: '依次' } as const;
