import { footprintOf, isEmpty } from '../../run/footprint.js';
import { exchanged } from '../../run/put-back.js';
import type { Exchange } from '../../run/put-back.js';
import type { MatterContext } from '../act.js';
import type { Stepped } from './advance.js';
import type { Aside, SeatClosing, Sitting, Standing, TrailStep } from './standing.js';

/** What a step was. Empty: the clock, a message, an answer. */
export type Cause = Omit<TrailStep, 'at' | 'footprint' | 'passed' | 'others' | 'sent' | 'dropped'>;

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
  const footprint = footprintOf(workflow, before, marking, effects, isPutting);
  if (isEmpty(footprint)) return standing.trail;
  const sent = effects.some((effect) => effect.type === 'message.send' || effect.type === 'signal.send');
  const cause = isPutting ? {} : why;
  const passed = effects.flatMap((effect) => (effect.type === 'pass' ? [effect.elementId] : []));
  const others = isPutting ? [] : ended.filter(({ token }) => token !== cause.sitting?.token);
  const step: TrailStep = {
    at: now,
    footprint,
    ...cause,
    ...(passed.length > 0 && { passed }),
    ...(sent && { sent: true }),
    ...(others.length > 0 && { others }),
    ...(!isPutting && dropped.length > 0 && { dropped }),
  };
  return [...standing.trail, step].slice(-LONGEST_TRAIL);
}

/** The elements that tokens passed in the steps that count; null where the trail does not go back to the start. */
export function passedThatCount({ trail }: Pick<Standing, 'trail'>): ReadonlySet<string> | null {
  const first = trail[0]?.footprint.took;
  const begins = first !== undefined && first.tokens === undefined && first.scopes === undefined;
  return begins ? new Set(trail.flatMap(({ passed = [] }) => passed)) : null;
}

/** What is kept of the trail when the flow has ended: what counted. Nothing can be undone any more. */
export const atTheEnd = (trail: readonly TrailStep[]): readonly TrailStep[] =>
  trail.map((each) => {
    const { others: _others, resumed: _resumed, dropped: _dropped, wrote: _wrote, ...step } = each;
    return step;
  });
