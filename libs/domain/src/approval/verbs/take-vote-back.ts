import type { SeatRule } from '../../bpmn/model.js';
import { nodeInfo } from '../../run/node-info.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { withTurns } from '../seats/turns.js';
import type { Seat, Sitting } from '../standing/standing.js';
import { withoutDecision } from './untouched.js';

/** A vote in a sitting that goes on: whoever had a turn only because of it must not have acted. */
export function takeVoteBack({ standing, workflow, actor }: MatterContext, sitting: Sitting, seat: Seat): Outcome {
  const rule = nodeInfo(workflow, sitting.nodeId)?.seats;
  const seats = withoutDecision(sitting.seats, seat, actor.personId);
  const others = seats.filter((each) => each.id !== seat.id && hasActed(each));
  if (others.some((each) => !hasTurn(rule, seats, each))) return fail(refusals.withdrawTooLate());
  return ok({ ...reseat(standing, rule, sitting, seats), effects: [], round: null, decisions: [] });
}

const hasActed = ({ status, decision, holderId, delegations }: Seat): boolean =>
  status !== 'removed' && (decision !== undefined || holderId !== undefined || delegations !== undefined);

/** Whether it would be this seat's turn, had it not decided itself. */
function hasTurn(rule: SeatRule | undefined, seats: readonly Seat[], { id }: Seat): boolean {
  const asked = withSeat(seats, id, { decision: undefined, status: 'waiting' });
  return withTurns(rule, asked).some((each) => each.id === id && each.status === 'open');
}
