import { step } from '../../run/step.js';
import type { Refusal } from '../../shared/refusal.js';
import type { JsonObject } from '../../shared/json.js';
import { ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, MatterContext, RoundChange } from '../act.js';
import { advance } from '../standing/advance.js';
import { asideOf, comeBack, undecided } from '../standing/aside.js';
import type { Decision, Sitting } from '../standing/standing.js';
import type { Cause } from '../standing/trail.js';
import { overwritten, verdictVariables } from '../verdict.js';
import { closesRound } from './closes-round.js';

export type Gone = Result<Advanced & { readonly round: RoundChange }, Refusal>;

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/** A sitting has said yes: the flow goes on, or straight back to whoever had returned the work. */
export function goOn(scene: Scene, sitting: Sitting, decision: Decision, variables: JsonObject): Gone {
  const { workflow, standing, now } = scene;
  const { nodeId, token } = sitting;
  const submits = decision.verb === 'submit';
  const round = submits ? standing.round + 1 : standing.round;
  const all: JsonObject = submits
    ? { ...variables, verdict: null, round }
    : { ...variables, ...verdictVariables(workflow, standing.marking, nodeId, token, 'approve') };
  const cause = causeOf(scene, sitting, decision, all, round);
  const numbered = { ...scene, standing: { ...standing, round } };
  const aside = asideOf(standing, token);
  const returned = aside?.sittings[0];
  if (aside !== null && returned !== undefined) {
    const back = comeBack(numbered, aside, { sitting: undecided(returned), variables: all, cause });
    if (back !== null) return ok({ ...back, round: submits ? { type: 'opened' } : null });
  }
  const stepped = step(workflow, standing.marking, { type: 'complete', nodeId, token, variables: all }, now);
  if (!stepped.ok) return stepped;
  const advanced = advance(numbered, stepped.value, cause);
  if (submits) return ok({ ...advanced, round: { type: 'opened' } });
  const closes = closesRound(workflow, stepped.value);
  return ok({
    ...advanced,
    round: closes ? { type: 'decided', verdict: 'approve', reason: decision.text ?? null } : null,
  });
}

export function causeOf(
  { workflow, standing: { marking } }: Scene,
  sitting: Sitting,
  { verb, by, repeats }: Decision,
  variables: JsonObject,
  round: number,
): Cause {
  const wrote = overwritten(workflow, marking, sitting.token, variables);
  return { sitting, verb, by, round, ...(repeats !== undefined && { repeats }), wrote };
}
