import type { SeatRule } from '../../bpmn/model.js';
import { nodeInfo } from '../../run/node-info.js';
import type { Refusal } from '../../shared/refusal.js';
import type { JsonObject } from '../../shared/json.js';
import { ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, Decided, MatterContext, Performed } from '../act.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { tally } from '../seats/tally.js';
import type { FoundSeat } from '../standing/find-seat.js';
import { joined } from '../standing/joined.js';
import type { Decision, SeatEffect, Sitting } from '../standing/standing.js';
import { goBack } from './go-back.js';
import { goOn } from './go-on.js';
import { written } from './written.js';

/** One seat decides. Where that decides the sitting the flow goes on; else only whose turn it is may change. */
export function decide(
  context: MatterContext,
  { sitting, seat }: FoundSeat,
  decision: Decision,
  variables: JsonObject = {},
): Result<Performed, Refusal> {
  const { standing, workflow } = context;
  const rule: SeatRule | undefined = nodeInfo(workflow, sitting.nodeId)?.seats;
  const holderId = seat.holderId ?? decision.by;
  const decided: Sitting = {
    ...sitting,
    seats: withSeat(sitting.seats, seat.id, { status: 'decided', decision, holderId }),
  };
  const decisions = [saidBy(decision, sitting, seat.id)];
  const scene: MatterContext = {
    ...context,
    standing: {
      ...standing,
      reviewed: standing.reviewed || decision.verb !== 'submit',
      sittings: standing.sittings.map((each) => (each.token === sitting.token ? decided : each)),
    },
  };
  const done: SeatEffect = { type: 'close', seat: seat.id, how: 'done', byId: decision.by };
  const count = tally(rule, decided.seats);
  if (count === 'pending') {
    const kept = written(scene, variables);
    if (!kept.ok) return kept;
    const turned = turning(rule, kept.value, decided);
    return ok({ ...turned, seats: [done, ...turned.seats], round: null, decisions });
  }
  const go = count === 'for' ? goOn : goBack;
  const result = go(scene, decided, decision, variables);
  if (!result.ok) return result;
  return ok({ ...result.value, seats: [done, ...result.value.seats], decisions });
}

/** Whose turn it is now, unless what was written has put an end to the sitting. */
function turning(rule: SeatRule | undefined, kept: Advanced, decided: Sitting): Advanced {
  if (!kept.standing.sittings.includes(decided)) return kept;
  return joined(kept, { ...reseat(kept.standing, rule, decided, decided.seats), effects: [] });
}

const saidBy = ({ verb, by, forId, text, repeats }: Decision, { nodeId, token }: Sitting, seat: number): Decided => ({
  verb,
  nodeId,
  token,
  seat,
  by,
  ...(forId !== undefined && { forId }),
  ...(text !== undefined && { text }),
  ...(repeats !== undefined && { repeats }),
});
