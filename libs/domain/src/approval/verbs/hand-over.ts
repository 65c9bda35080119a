import { nodeInfo } from '../../run/node-info.js';
import { fail, ok } from '../../shared/result.js';
import type { Refusal } from '../../shared/refusal.js';
import type { MatterAct, MatterContext, Performed } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { delegationUnderWay } from '../standing/find-seat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Aside, Delegation, Seat, SeatEffect, Sitting, Standing } from '../standing/standing.js';
import { refuseReceiver } from './pass-on.js';

type HandOver = Extract<MatterAct, { readonly verb: 'handOver' }>;
type Persons = Pick<HandOver, 'fromId' | 'toId'>;

/** One seat of the one who leaves, with what keeps it from being handed over. */
export interface HandedSeat extends FoundSeat {
  readonly refused: Refusal | null;
  /** others remain who may decide: it needs no receiver */
  readonly shared: boolean;
}

/** 离职交接, looked at before it is done: what this person has in the matter, and what would become of it. */
export const seatsOf = (context: MatterContext, persons: Persons): readonly HandedSeat[] =>
  context.standing.sittings.flatMap((sitting) =>
    sitting.seats.flatMap((seat): HandedSeat[] => {
      if (!isTheirs(seat, persons.fromId)) return [];
      const shared = deciders(seat).some((id) => id !== persons.fromId && id !== persons.toId);
      return [{ sitting, seat, shared, refused: refuse(context, { sitting, seat }, persons) }];
    }),
  );

/** Who decides at a seat: while it is delegated, those to whom it comes back. */
const deciders = (seat: Seat): readonly string[] => delegationUnderWay(seat)?.back.candidateIds ?? seat.candidateIds;

const isTheirs = (seat: Seat, personId: string): boolean =>
  (seat.status === 'open' || seat.status === 'waiting') &&
  (seat.holderId === personId || seat.candidateIds.includes(personId) || deciders(seat).includes(personId));

function refuse(context: MatterContext, { sitting, seat }: FoundSeat, { fromId, toId }: Persons): Refusal | null {
  const isHelper = seat.candidateIds.includes(fromId);
  return refuseReceiver(context, { sitting, seat: isHelper ? seat : { ...seat, candidateIds: deciders(seat) } }, toId);
}

/** Every seat of one person goes to another; where that may not be, the whole matter is left as it was. */
export function handOver(context: MatterContext, act: HandOver): Outcome {
  const theirs = seatsOf(context, act);
  const asides = context.standing.asides.map((aside) => handedAside(context, aside, act));
  const isAside = JSON.stringify(asides) !== JSON.stringify(context.standing.asides);
  if (theirs.length === 0 && !isAside) return fail(refusals.nothingToHandOver());
  const refused = theirs.find((each) => each.refused !== null)?.refused ?? null;
  if (refused !== null) return fail(refused);
  let standing: Standing = { ...context.standing, asides };
  const effects: SeatEffect[] = [];
  for (const { seat } of theirs) {
    const sitting = standing.sittings.find(({ seats }) => seats.some(({ id }) => id === seat.id));
    if (sitting === undefined) continue;
    const rule = nodeInfo(context.workflow, sitting.nodeId)?.seats;
    const reseated = reseat(standing, rule, sitting, withSeat(sitting.seats, seat.id, handed(seat, act)));
    standing = reseated.standing;
    effects.push(...reseated.seats);
  }
  const done: Performed = { standing, effects: [], seats: effects, round: null, decisions: [] };
  return ok(done);
}

/** What stands again when a returned matter comes back is handed over too, where the other may have it. */
function handedAside(context: MatterContext, aside: Aside, act: HandOver): Aside {
  const sittings = aside.sittings.map((sitting): Sitting => ({
    ...sitting,
    seats: sitting.seats.map((seat) =>
      seat.decision?.verb !== 'approve' &&
      isAsideOf(seat, act.fromId) &&
      refuse(context, { sitting, seat }, act) === null
        ? { ...seat, ...handed(seat, act) }
        : seat,
    ),
  }));
  return { ...aside, sittings, asides: aside.asides.map((each) => handedAside(context, each, act)) };
}

const isAsideOf = (seat: Seat, fromId: string): boolean =>
  seat.status !== 'removed' && (seat.holderId === fromId || deciders(seat).includes(fromId));

function handed(seat: Seat, { fromId, toId }: Persons): Pick<Seat, 'candidateIds' | 'holderId' | 'delegations'> {
  const given = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.map((id) => (id === fromId ? toId : id))),
  ];
  const delegations = seat.delegations?.map((each): Delegation =>
    each.backAt === undefined ? { ...each, back: { candidateIds: given(each.back.candidateIds) } } : each,
  );
  const holderId = seat.holderId === fromId ? toId : seat.holderId;
  return {
    candidateIds: given(seat.candidateIds),
    ...(holderId !== undefined && { holderId }),
    ...(delegations !== undefined && { delegations }),
  };
}
