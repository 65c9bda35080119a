import type { Decision, Seat, Sitting, Standing } from './standing/standing.js';
import { nodeInfo } from '../run/node-info.js';
import type { Workflow } from '../run/workflow.js';
import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import type { Seater } from './candidates/seater.js';
import { missingFields } from './missing-fields.js';
import type { MissingFields } from './missing-fields.js';
import { tally } from './seats/tally.js';
import { goBack } from './verbs/go-back.js';
import { goOn } from './verbs/go-on.js';

/** What comes next if everybody hands in and agrees. */
export interface Prediction {
  /** sittings in the order in which they would open; those open now are not among them */
  readonly next: readonly Sitting[];
  /** where it cannot be known: the gateway, and the fields that it asks for */
  readonly unknown: MissingFields | null;
  /** the flow would rest there */
  readonly stuck: { readonly nodeId: string; readonly message: string } | null;
  /** it would end; false also where it cannot be known */
  readonly ends: boolean;
}

export interface Foreseeing {
  readonly workflow: Workflow;
  readonly standing: Standing;
  readonly seater: Seater;
  readonly now: Instant;
  /** what is filled in so far, where the form is being edited */
  readonly form?: JsonObject;
}

const MOST_STEPS = 60;

/**
 * «Who comes next»: the step that will really run, on a standing that is thrown away. It stops where a condition asks for
 * a field that is empty, and says which; it never throws and never differs from what would run with these data.
 */
export function predict({ workflow, standing, seater, now, form }: Foreseeing): Prediction {
  const next: Sitting[] = [];
  let at: Standing = standing;
  for (let steps = 0; steps < MOST_STEPS && at.marking.status !== 'completed'; steps += 1) {
    const [sitting] = at.sittings;
    if (sitting === undefined) break;
    const { nodeId } = sitting;
    const node = nodeInfo(workflow, nodeId);
    const drafts = node?.purpose === 'draft';
    const [by = ''] = sitting.seats[0]?.candidateIds ?? [];
    const decision: Decision = { verb: drafts ? 'submit' : 'approve', by, at: now };
    const done = drafts ? sitting : agreed(sitting, now);
    // a vote that is lost already goes back, whatever the others say
    const go = tally(node?.seats, done.seats) === 'against' ? goBack : goOn;
    const scene = { workflow, standing: at, seater, now, actor: { personId: by } };
    const gone = go(scene, done, decision, form === undefined ? {} : { form });
    if (!gone.ok) return { next, unknown: null, stuck: { nodeId, message: gone.error.message }, ends: false };
    const advanced = gone.value;
    const unknown = missingFields(workflow, { marking: advanced.standing.marking, effects: advanced.effects });
    if (unknown !== null) return { next, unknown, stuck: null, ends: false };
    const known = new Set(at.sittings.map((each) => `${each.token} ${each.nodeId}`));
    next.push(...advanced.standing.sittings.filter((each) => !known.has(`${each.token} ${each.nodeId}`)));
    const before = new Set(at.marking.incidents?.map((each) => `${each.token} ${each.nodeId}`));
    const incident = advanced.standing.marking.incidents?.find((each) => !before.has(`${each.token} ${each.nodeId}`));
    at = advanced.standing;
    if (incident !== undefined) return { next, unknown: null, stuck: incident, ends: false };
  }
  return { next, unknown: null, stuck: null, ends: at.marking.status === 'completed' };
}

/** As if its first candidate had agreed at every seat that has not decided. */
const agreed = (sitting: Sitting, at: Instant): Sitting => ({
  ...sitting,
  seats: sitting.seats.map((seat): Seat => {
    if (seat.decision !== undefined || seat.status === 'removed') return seat;
    const [by = ''] = seat.holderId === undefined ? seat.candidateIds : [seat.holderId];
    return { ...seat, status: 'decided', decision: { verb: 'approve', by, at } };
  }),
});
