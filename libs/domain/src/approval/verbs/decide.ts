import type { SeatRule } from '../../bpmn/model.js';
import { nodeInfo } from '../../run/node-info.js';
import type { StepResult } from '../../run/step.js';
import { step } from '../../run/step.js';
import type { Refusal } from '../../shared/refusal.js';
import type { JsonObject } from '../../shared/json.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, Decided, MatterContext, Performed, RoundChange } from '../act.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { tally } from '../seats/tally.js';
import { advance } from '../standing/advance.js';
import { comeBack, asideOf } from '../standing/aside.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Decision, SeatEffect, Sitting, TrailStep } from '../standing/standing.js';
import { overwritten, verdictVariables } from '../verdict.js';
import { closesRound } from './closes-round.js';
import { sendBack } from './return.js';

type Outcome = Result<Performed, Refusal>;

/** One seat decides. Where that decides the sitting the flow goes on; else only whose turn it is may change. */
export function decide(
  context: MatterContext,
  { sitting, seat }: FoundSeat,
  decision: Decision,
  variables: JsonObject = {},
): Outcome {
  const { standing, workflow } = context;
  const node = nodeInfo(workflow, sitting.nodeId);
  const rule: SeatRule | undefined = node?.seats;
  const holderId = seat.holderId ?? decision.by;
  const seats = withSeat(sitting.seats, seat.id, { status: 'decided', decision, holderId });
  const said: Decided = {
    verb: decision.verb,
    nodeId: sitting.nodeId,
    token: sitting.token,
    seat: seat.id,
    by: decision.by,
    ...(decision.forId !== undefined && { forId: decision.forId }),
    ...(decision.text !== undefined && { text: decision.text }),
    ...(decision.repeats !== undefined && { repeats: decision.repeats }),
  };
  const reviewed = standing.reviewed || decision.verb !== 'submit';
  const count = tally(rule, seats);
  const before = { ...standing, reviewed };
  if (count === 'pending') {
    const kept = written(context, variables);
    if (!kept.ok) return kept;
    const reseated = reseat({ ...before, marking: kept.value.marking }, rule, sitting, seats);
    return ok({ ...reseated, effects: kept.value.effects, round: null, decisions: [said] });
  }
  const decided: Sitting = { ...sitting, seats };
  const done: SeatEffect = { type: 'close', seat: seat.id, how: 'done', byId: decision.by };
  const others = { ...before, sittings: before.sittings.map((each) => (each === sitting ? decided : each)) };
  const scene = { ...context, standing: others };
  const result =
    count === 'for' ? goOn(scene, decided, decision, variables) : goBack(scene, decided, decision, variables);
  if (!result.ok) return result;
  const { round, ...advanced } = result.value;
  return ok({ ...advanced, seats: [done, ...advanced.seats], round, decisions: [said] });
}

/** Data that a seat fills in before the sitting is decided is in the form at once. */
function written({ workflow, standing, now }: MatterContext, variables: JsonObject): StepResult {
  if (Object.keys(variables).length === 0) return ok({ marking: standing.marking, effects: [] });
  return step(workflow, standing.marking, { type: 'change', variables }, now);
}

type Gone = Result<Advanced & { readonly round: RoundChange }, Refusal>;

function goOn(context: MatterContext, sitting: Sitting, decision: Decision, variables: JsonObject): Gone {
  const { workflow, standing, now } = context;
  const { nodeId, token } = sitting;
  const submits = decision.verb === 'submit';
  const round = submits ? standing.round + 1 : standing.round;
  const all: JsonObject = submits
    ? { ...variables, verdict: null, round }
    : { ...variables, ...verdictVariables(workflow, standing.marking, nodeId, token, 'approve') };
  const cause = causeOf(context, sitting, decision, all, round);
  const aside = asideOf(standing, token);
  const scene = { ...context, standing: { ...standing, round } };
  if (aside !== null) {
    const back = comeBack(scene, aside, all, cause);
    if (back !== null) return ok({ ...back, round: submits ? { type: 'opened' } : null });
  }
  const stepped = step(workflow, standing.marking, { type: 'complete', nodeId, token, variables: all }, now);
  if (!stepped.ok) return stepped;
  const advanced = advance(scene, stepped.value, cause);
  if (submits) return ok({ ...advanced, round: { type: 'opened' } });
  const closes = closesRound(workflow, stepped.value);
  return ok({
    ...advanced,
    round: closes ? { type: 'decided', verdict: 'approve', reason: decision.text ?? null } : null,
  });
}

/** Against: 退回 where anybody says so, since it is the milder; 不予通过 where all do. */
function goBack(context: MatterContext, sitting: Sitting, last: Decision, variables: JsonObject): Gone {
  const against = sitting.seats.flatMap(({ decision }) =>
    decision?.verb === 'return' || decision?.verb === 'reject' ? [decision] : [],
  );
  const decision = (last.verb === 'return' ? last : against.find(({ verb }) => verb === 'return')) ?? last;
  const reason = against.length > 1 ? against.flatMap(({ text }) => text ?? []).join('；') : (decision.text ?? null);
  if (decision.verb === 'return') {
    const returned = sendBack(context, sitting, decision, variables);
    return returned.ok ? ok({ ...returned.value, round: { type: 'decided', verdict: 'return', reason } }) : returned;
  }
  const { workflow, standing, now } = context;
  const kept = written(context, variables);
  if (!kept.ok) return kept;
  const stepped = step(workflow, kept.value.marking, { type: 'terminate', outcome: 'rejected' }, now);
  if (!stepped.ok) return fail(stepped.error);
  const cause = causeOf(context, sitting, decision, {}, standing.round);
  return ok({ ...advance(context, stepped.value, cause), round: { type: 'decided', verdict: 'reject', reason } });
}

export function causeOf(
  { workflow, standing: { marking } }: MatterContext,
  sitting: Sitting,
  { verb, by }: Decision,
  variables: JsonObject,
  round: number,
): Omit<TrailStep, 'at' | 'footprint'> {
  return { sitting, verb, by, round, wrote: overwritten(workflow, marking, sitting.token, variables) };
}
