import { nodeInfo } from '../../run/node-info.js';
import { fail, ok } from '../../shared/result.js';
import type { ActContext, TaskAct } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { ownSeats, tally } from '../seats/tally.js';
import { principalAt } from '../standing/find-seat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Seat } from '../standing/standing.js';
import { sitsElsewhere } from './pass-on.js';

type ActOf<Verb extends TaskAct['verb']> = Extract<TaskAct, { readonly verb: Verb }>;

/** Added signers of one sitting, all together. */
const MOST_ADDED = 50;

/** 加签: others decide before, after or beside this seat; it says yes only when they do. */
export function addSigner(context: ActContext, { sitting, seat }: FoundSeat, act: ActOf<'addSigner'>): Outcome {
  const { standing, workflow, actor, known } = context;
  const persons = [...new Set(act.personIds)];
  if (persons.length === 0) return fail(refusals.nobodyChosen());
  const added = sitting.seats.filter((each) => each.asked !== undefined && each.status !== 'removed').length;
  if (added + persons.length > MOST_ADDED) return fail(refusals.tooManyChosen(MOST_ADDED));
  if (known !== undefined && persons.some((id) => !known.has(id))) return fail(refusals.notInDirectory());
  if (persons.some((id) => standing.drafterIds.includes(id))) return fail(refusals.drafterChosen());
  const self = [actor.personId, principalAt(seat, actor)];
  if (persons.some((id) => self.includes(id) || sitsElsewhere(sitting, null, id)))
    return fail(refusals.alreadySeated());
  const group = standing.lastSeat + 1;
  const asked = { by: seat.id, group, side: act.side, mode: act.mode, byId: actor.personId };
  const seats = persons.map((id, at): Seat => ({ id: group + at, status: 'waiting', candidateIds: [id], asked }));
  const held = withSeat(sitting.seats, seat.id, { holderId: actor.personId });
  const rule = nodeInfo(workflow, sitting.nodeId)?.seats;
  return ok({ ...reseat(standing, rule, sitting, [...held, ...seats]), effects: [], round: null, decisions: [] });
}

/** 减签: a seat that has not acted is no more. */
export function removeSigner(
  context: ActContext,
  { sitting }: FoundSeat,
  { seat: id }: ActOf<'removeSigner'>,
): Outcome {
  const { standing, workflow, actor } = context;
  const signer = sitting.seats.find((seat) => seat.id === id);
  const hasActed = signer === undefined || signer.delegations !== undefined || !isOpen(signer);
  if (hasActed || signer.asked?.byId !== actor.personId) return fail(refusals.signerActed());
  const rule = nodeInfo(workflow, sitting.nodeId)?.seats;
  // whom it asked for itself goes with it
  const going = new Set([id]);
  for (const seat of sitting.seats) if (seat.asked !== undefined && going.has(seat.asked.by)) going.add(seat.id);
  if (sitting.seats.some((seat) => going.has(seat.id) && seat.decision !== undefined))
    return fail(refusals.signerActed());
  const seats = sitting.seats.map((seat): Seat => (going.has(seat.id) ? { ...seat, status: 'removed' } : seat));
  if (ownSeats(seats).length === 0 || tally(rule, seats) !== 'pending') return fail(refusals.lastSeat());
  const hows = new Map([...going].map((each) => [each, 'removed'] as const));
  return ok({ ...reseat(standing, rule, sitting, seats, hows), effects: [], round: null, decisions: [] });
}

const isOpen = ({ status }: Seat): boolean => status === 'open' || status === 'waiting';
