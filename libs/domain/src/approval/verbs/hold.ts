import { nodeInfo } from '../../run/node-info.js';
import type { ActContext, Performed } from '../act.js';
import { reseat, withSeat } from '../seats/reseat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Seat, Standing } from '../standing/standing.js';

/** Nothing of the flow has moved; only one seat is different. */
export function changeSeat(
  { workflow, standing }: Pick<ActContext, 'workflow' | 'standing'>,
  { sitting, seat }: FoundSeat,
  change: { [Key in keyof Seat]?: Seat[Key] | undefined },
): Performed {
  const rule = nodeInfo(workflow, sitting.nodeId)?.seats;
  const reseated = reseat(standing, rule, sitting, withSeat(sitting.seats, seat.id, change));
  return { ...reseated, effects: [], round: null, decisions: [] };
}

export const claim = (context: ActContext, found: FoundSeat): Performed =>
  changeSeat(context, found, { holderId: context.actor.personId });

export const release = (context: ActContext, found: FoundSeat): Performed =>
  changeSeat(context, found, { holderId: undefined });

export function save(context: ActContext, found: FoundSeat): Performed {
  const { personId } = context.actor;
  return changeSeat({ ...context, standing: asDrafter(context.standing, personId) }, found, { holderId: personId });
}

export const asDrafter = (standing: Standing, personId: string): Standing =>
  standing.drafterIds.includes(personId) ? standing : { ...standing, drafterIds: [...standing.drafterIds, personId] };
