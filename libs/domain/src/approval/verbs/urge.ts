import { civilDateInShanghai } from '../../shared/instant.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import { offeredAt, refuseWhereItStands } from '../offered-at.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import type { Seat, Sitting } from '../standing/standing.js';

/** 催办: whoever holds a seat is told, once a day; the second time the holder's leader too. */
export function urge(context: MatterContext): Outcome {
  const refused = judgeUrge(context);
  if (refused !== null) return fail(refused);
  const { standing, now } = context;
  const offered = new Set(sittingsToUrge(context));
  const sittings = standing.sittings.map((sitting): Sitting => ({
    ...sitting,
    seats: sitting.seats.map((seat): Seat =>
      offered.has(sitting) && isDue(seat, context)
        ? { ...seat, urged: { times: (seat.urged?.times ?? 0) + 1, at: now } }
        : seat,
    ),
  }));
  return ok({ standing: { ...standing, sittings }, effects: [], seats: [], round: null, decisions: [] });
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'now' | 'actor'>;

/** Those at nodes that offer it. */
const sittingsToUrge = ({ workflow, standing }: Scene): readonly Sitting[] =>
  standing.sittings.filter(({ nodeId }) => offeredAt(workflow, nodeId, 'urge'));

/** The seats that an urging would reach. */
export const seatsToUrge = (context: Scene): readonly Seat[] =>
  sittingsToUrge(context).flatMap(({ seats }) => seats.filter((seat) => isDue(seat, context)));

export function judgeUrge(context: MatterContext): Refusal | null {
  const { workflow, standing, actor } = context;
  const open = standing.sittings.filter(({ seats }) => seats.some((seat) => isOthers(seat, actor.personId)));
  if (standing.marking.status === 'completed' || open.length === 0) return refusals.nobodyToUrge();
  const narrowed = refuseWhereItStands(
    workflow,
    open.map(({ nodeId }) => nodeId),
    'urge',
  );
  if (narrowed !== null) return narrowed;
  return seatsToUrge(context).length === 0 ? refusals.urgedJustNow() : null;
}

const isOthers = ({ status, candidateIds, holderId }: Seat, personId: string): boolean =>
  status === 'open' && (holderId === undefined ? candidateIds.some((id) => id !== personId) : holderId !== personId);

const isDue = (seat: Seat, { actor, now }: Pick<MatterContext, 'actor' | 'now'>): boolean =>
  isOthers(seat, actor.personId) &&
  (seat.urged === undefined || civilDateInShanghai(seat.urged.at) !== civilDateInShanghai(now));
