import { footprintOf, isEmpty } from '../../run/footprint.js';
import { exchanged } from '../../run/put-back.js';
import type { Exchange } from '../../run/put-back.js';
import type { MatterContext } from '../act.js';
import type { Stepped } from './advance.js';
import type { Aside, SeatClosing, Sitting, TrailStep } from './standing.js';

/** What a step was. Empty: the clock, a message, an answer. */
export type Cause = Omit<TrailStep, 'at' | 'footprint' | 'others' | 'sent' | 'dropped'>;

/** What was put in the place of what came of it, with the sittings that stand again as they were. */
export interface PutAgain extends Pick<Exchange, 'pieces' | 'gone'> {
  readonly sittings?: readonly Sitting[];
  /** how tasks end that went with it; cancelled unless said */
  readonly how?: SeatClosing;
}

interface Ending {
  readonly ended: readonly Sitting[];
  readonly dropped: readonly Aside[];
}

/** Steps that the trail keeps: a flow that goes round and round may return that far and no further. */
const LONGEST_TRAIL = 400;

/**
 * The trail with the step that was taken. Putting back takes steps away instead (whoever does so sees to that); what then
 * moved by itself, since other tokens are there now, counts as a step.
 */
export function trailAfter(
  { workflow, standing, now }: Pick<MatterContext, 'workflow' | 'standing' | 'now'>,
  { marking, effects }: Stepped,
  why: Cause | PutAgain,
  { ended, dropped }: Ending,
): readonly TrailStep[] {
  const isPutting = 'pieces' in why;
  const before = isPutting ? exchanged(standing.marking, why) : standing.marking;
  const footprint = footprintOf(workflow, before, marking, effects);
  if (isEmpty(footprint)) return standing.trail;
  const sent = effects.some((effect) => effect.type === 'message.send' || effect.type === 'signal.send');
  const cause = isPutting ? {} : why;
  const others = isPutting ? [] : ended.filter(({ token }) => token !== cause.sitting?.token);
  const step: TrailStep = {
    at: now,
    footprint,
    ...cause,
    ...(sent && { sent: true }),
    ...(others.length > 0 && { others }),
    ...(!isPutting && dropped.length > 0 && { dropped }),
  };
  return [...standing.trail, step].slice(-LONGEST_TRAIL);
}
