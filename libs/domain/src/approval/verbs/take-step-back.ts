import { putBack } from '../../run/put-back.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { ableAgain } from '../standing/able-again.js';
import { advance } from '../standing/advance.js';
import { undecided } from '../standing/aside.js';
import { keptFrom } from '../standing/kept-from.js';
import type { Standing, TrailStep } from '../standing/standing.js';
import { undoing } from '../standing/undoing.js';
import type { Undoing } from '../standing/undoing.js';
import type { DecidingStep } from './own-last.js';
import { isAsPut, isUntouched, reopened } from './untouched.js';

/** A step of the flow: nobody may have taken up what it opened. */
export function takeStepBack(context: MatterContext, at: number, step: DecidingStep): Outcome {
  const { standing, workflow, now, actor } = context;
  const { sitting, resumed, wrote = {}, verb, others = [] } = step;
  const undone = undoing(workflow, standing.trail, at);
  const taken = undone.steps.map((each) => standing.trail[each] as TrailStep);
  if (!(resumed === undefined ? isAlone(taken) : isAsResumed(taken, step))) return fail(refusals.withdrawTooLate());
  const sent = resumed === undefined && taken.some((each) => each.sent);
  if (sent) return fail(refusals.withdrawSent());
  if (!isFree(context, undone, step)) return fail(refusals.withdrawTooLate());
  const exchange = { pieces: undone.pieces, gone: undone.gone, done: null, variables: wrote, to: sitting.nodeId };
  const put = putBack(workflow, standing.marking, exchange, now);
  if (!put.ok) return put;
  const scene = { ...context, standing: without(standing, undone) };
  // what a straight return to the reviewer had ended stood in its place, untouched by the step itself
  const own = [reopened(sitting, actor.personId), ...others].map((each) => ableAgain(scene, each));
  const sittings = [...own, ...keptFrom(scene, standing.trail, undone.steps)];
  const advanced = advance(scene, put.value, { ...exchange, sittings, how: 'takenBack' });
  const asides = resumed === undefined ? taken.flatMap(({ dropped = [] }) => dropped) : [resumed];
  return ok({
    ...advanced,
    standing: { ...advanced.standing, asides: [...advanced.standing.asides, ...asides] },
    round: { type: 'takenBack', what: verb === 'submit' ? 'submission' : 'verdict' },
    decisions: [],
  });
}

const without = (standing: Standing, { steps }: Undoing): Standing => ({
  ...standing,
  trail: standing.trail.filter((_, index) => !steps.includes(index)),
});

/** Nothing came of it but what nobody did. */
const isAlone = ([, ...later]: readonly TrailStep[]): boolean => later.every(({ repeats }) => repeats !== undefined);

/** Handed in again, straight back: nothing came since but what had been there before. */
function isAsResumed([, ...later]: readonly TrailStep[], { resumed }: DecidingStep): boolean {
  const [, ...before] = resumed?.trail ?? [];
  const told = (steps: readonly TrailStep[]): string =>
    JSON.stringify(steps.map(({ at, footprint }) => [at, footprint.left]));
  return told(later) === told(before);
}

function isFree({ standing, actor }: MatterContext, { touched }: Undoing, { resumed }: DecidingStep): boolean {
  const opened = standing.sittings.filter(({ token }) => touched.has(token));
  if (resumed === undefined) return opened.every((each) => isUntouched(each, actor.personId));
  const [returned, ...others] = resumed.sittings;
  const put = returned === undefined ? [] : [undecided(returned), ...others];
  return opened.every((each) => {
    const was = put.find(({ token, nodeId }) => token === each.token && nodeId === each.nodeId);
    return was === undefined ? isUntouched(each, actor.personId) : isAsPut(was, each);
  });
}
