import type { MatterContext } from '../act.js';
import type { Aside, Seat, Sitting, TrailStep } from '../standing/standing.js';

export type DecidingStep = TrailStep & { readonly sitting: Sitting };

/** What a person could take back: a vote, a step of the flow, or a return. */
export type Own =
  | { readonly kind: 'vote'; readonly sitting: Sitting; readonly seat: Seat }
  | { readonly kind: 'step'; readonly at: number; readonly step: DecidingStep }
  | { readonly kind: 'return'; readonly aside: Aside };

/** The last thing that a person has decided in a matter and that still counts; what de-duplication decided is no act. */
export function ownLast({ standing, actor }: Pick<MatterContext, 'standing' | 'actor'>): Own | null {
  const { asides, sittings, trail } = standing;
  const isOwn = (by: string | undefined): boolean => by === actor.personId;
  const found: { readonly at: number; readonly own: Own }[] = [];
  for (const [at, step] of trail.entries())
    if (isDecided(step) && isOwn(deciderOf(step))) found.push({ at: step.at, own: { kind: 'step', at, step } });
  for (const sitting of sittings)
    for (const seat of sitting.seats) {
      const { decision } = seat;
      if (decision !== undefined && isOwn(decision.by) && decision.repeats === undefined)
        found.push({ at: decision.at, own: { kind: 'vote', sitting, seat } });
    }
  for (const aside of asides) if (isOwn(aside.by)) found.push({ at: aside.at, own: { kind: 'return', aside } });
  const last = Math.max(...found.map(({ at }) => at));
  return found.findLast(({ at }) => at === last)?.own ?? null;
}

/** Where de-duplication had the last word: who acted then, if anybody did in this sitting. */
const deciderOf = ({ by, repeats, sitting, at }: DecidingStep): string | undefined =>
  repeats === undefined
    ? by
    : sitting.seats.find(({ decision }) => decision?.at === at && decision.repeats === undefined)?.decision?.by;

const isDecided = (step: TrailStep): step is DecidingStep => step.sitting !== undefined;
