import { nodeInfo } from '../../run/node-info.js';
import { fail, ok } from '../../shared/result.js';
import type { Refusal } from '../../shared/refusal.js';
import type { MatterAct, MatterContext, Performed } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { reseat, withSeat } from '../seats/reseat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Seat, SeatEffect, Standing } from '../standing/standing.js';
import { refuseReceiver } from './pass-on.js';

type HandOver = Extract<MatterAct, { readonly verb: 'handOver' }>;

/** One seat of the one who leaves, with what keeps it from being handed over. */
export interface HandedSeat extends FoundSeat {
  readonly refused: Refusal | null;
  /** others remain who may decide: it needs no receiver */
  readonly shared: boolean;
}

/** 离职交接, looked at before it is done: what this person has in the matter, and what would become of it. */
export const seatsOf = (
  context: MatterContext,
  { fromId, toId }: Pick<HandOver, 'fromId' | 'toId'>,
): readonly HandedSeat[] =>
  context.standing.sittings.flatMap((sitting) =>
    sitting.seats.flatMap((seat): HandedSeat[] => {
      if (!isTheirs(seat, fromId)) return [];
      const shared = seat.candidateIds.some((id) => id !== fromId && id !== toId);
      return [{ sitting, seat, shared, refused: refuseReceiver(context, { sitting, seat }, toId) }];
    }),
  );

const isTheirs = ({ status, candidateIds, holderId }: Seat, personId: string): boolean =>
  (status === 'open' || status === 'waiting') && (holderId === personId || candidateIds.includes(personId));

/** Every seat of one person goes to another; where that may not be, the whole matter is left as it was. */
export function handOver(context: MatterContext, act: HandOver): Outcome {
  const theirs = seatsOf(context, act);
  if (theirs.length === 0) return fail(refusals.nothingToHandOver());
  const refused = theirs.find((each) => each.refused !== null)?.refused ?? null;
  if (refused !== null) return fail(refused);
  let standing: Standing = context.standing;
  const effects: SeatEffect[] = [];
  for (const { seat } of theirs) {
    const sitting = standing.sittings.find(({ seats }) => seats.some(({ id }) => id === seat.id));
    if (sitting === undefined) continue;
    const rule = nodeInfo(context.workflow, sitting.nodeId)?.seats;
    const candidateIds = [...new Set(seat.candidateIds.map((id) => (id === act.fromId ? act.toId : id)))];
    const holderId = seat.holderId === act.fromId ? act.toId : seat.holderId;
    const reseated = reseat(standing, rule, sitting, withSeat(sitting.seats, seat.id, { candidateIds, holderId }));
    standing = reseated.standing;
    effects.push(...reseated.seats);
  }
  const done: Performed = { standing, effects: [], seats: effects, round: null, decisions: [] };
  return ok(done);
}
