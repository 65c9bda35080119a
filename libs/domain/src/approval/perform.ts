import { assertNever } from '../shared/assert-never.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { JsonObject } from '../shared/json.js';
import type { Refusal } from '../shared/refusal.js';
import type { Effect, Marking } from '../run/marking.js';
import { nodeInfo } from '../run/node-info.js';
import { refuseItems } from '../rounds/refuse-items.js';
import { step } from '../run/step.js';
import type { StepResult } from '../run/step.js';
import type { Act, ActContext, Performed, RoundChange } from './act.js';
import { judge } from './judge.js';
import * as refusals from './refusals.js';
import { planReturn } from './return.js';
import { tokenOf } from './task-at.js';
import { nextRound, verdictVariables } from './verdict.js';

/** Longest reason or opinion, in characters. */
export const MAX_TEXT = 2_000;

/** Carries an act out, or says why not: a new task, a new marking, the effects, what became of the round. Pure. */
export function perform(context: ActContext, act: Act): Result<Performed, Refusal> {
  const refused = judge(context, act.verb) ?? refuseText(act) ?? refuseItems(act, context.openItems);
  if (refused !== null) return fail(refused);
  const { workflow, marking, task, actor, now } = context;
  const at = tokenOf(workflow, marking, task);
  if (!at.ok) return at;
  const complete = (variables: JsonObject): StepResult =>
    step(workflow, marking, { type: 'complete', nodeId: task.nodeId, token: at.value, variables }, now);
  switch (act.verb) {
    case 'claim':
    case 'save':
      return ok(held(context, actor.personId));
    case 'release':
      return ok(held(context, null));
    case 'submit': {
      const round = nextRound(workflow, marking, at.value);
      const stepped = complete({ ...act.variables, verdict: null, round });
      return stepped.ok ? ok(done(context, stepped.value, { type: 'opened' })) : stepped;
    }
    case 'approve': {
      const stepped = complete(verdictVariables(workflow, marking, task.nodeId, at.value, 'approve'));
      if (!stepped.ok) return stepped;
      const decided: RoundChange = { type: 'decided', verdict: 'approve', reason: trimmed(act.opinion) };
      return ok(done(context, stepped.value, closesRound(context, stepped.value) ? decided : null));
    }
    case 'return': {
      const returned = planReturn(context);
      if (!returned.ok) return returned;
      return ok(done(context, returned.value, { type: 'decided', verdict: 'return', reason: act.reason.trim() }));
    }
    default:
      return assertNever(act);
  }
}

function refuseText(act: Act): Refusal | null {
  if (act.verb === 'return') {
    const length = act.reason.trim().length;
    if (length < 2) return refusals.reasonRequired();
    return length > MAX_TEXT ? refusals.textTooLong('reason', MAX_TEXT) : null;
  }
  if (act.verb === 'approve' && (act.opinion ?? '').trim().length > MAX_TEXT)
    return refusals.textTooLong('opinion', MAX_TEXT);
  return null;
}

const trimmed = (text: string | undefined): string | null => {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
};

interface Stepped {
  readonly marking: Marking;
  readonly effects: readonly Effect[];
}

/** One of several reviews leaves the round pending; the round is approved when the flow ends or asks for a new draft. */
const closesRound = ({ workflow }: ActContext, { marking, effects }: Stepped): boolean =>
  marking.status === 'completed' ||
  effects.some((each) => each.type === 'task.open' && nodeInfo(workflow, each.nodeId)?.purpose === 'draft');

const held = ({ task, marking }: ActContext, holderId: string | null): Performed => ({
  task: { ...task, holderId },
  marking,
  effects: [],
  round: null,
});

const done = ({ task, actor }: ActContext, { marking, effects }: Stepped, round: RoundChange): Performed => ({
  task: { ...task, status: 'completed', holderId: actor.personId },
  marking,
  effects,
  round,
});
