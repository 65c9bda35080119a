import type { Dedupe } from '../bpmn/model.js';
import type { NodeInfo } from '../run/node-info.js';
import { nodeInfo } from '../run/node-info.js';
import { ok } from '../shared/result.js';
import type { MatterContext, Performed } from './act.js';
import type { Outcome } from './perform.js';
import { predict } from './predict.js';
import { findSeat, hasDecided } from './standing/find-seat.js';
import type { FoundSeat } from './standing/find-seat.js';
import { joined } from './standing/joined.js';
import type { SeatEffect, Standing, TrailStep } from './standing/standing.js';
import { passedBefore } from './standing/undoing.js';
import { decide } from './verbs/decide.js';

const MOST_REPEATS = 100;

/**
 * 自动去重: who has agreed already need not agree again, where the flow says so. Only reviews are compared, within the
 * round that is being reviewed, and only a seat that is one person's alone.
 */
export function withRepeats(context: MatterContext, outcome: Outcome): Outcome {
  const rule: Dedupe = context.workflow.compiled.dedupe ?? 'off';
  if (!outcome.ok || rule === 'off') return outcome;
  let performed = outcome.value;
  for (let times = 0; times < MOST_REPEATS; times += 1) {
    const scene = { ...context, standing: performed.standing };
    const repeat = firstRepeat(scene, rule, performed.seats);
    if (repeat === null) break;
    const { found, nodeName, by } = repeat;
    const decision = { verb: 'approve', by, at: context.now, repeats: nodeName } as const;
    const next = decide(scene, found, decision);
    if (!next.ok) break;
    performed = together(performed, next.value);
  }
  return ok(performed);
}

interface Repeat {
  readonly found: FoundSeat;
  readonly by: string;
  /** the step at which the same person agrees */
  readonly nodeName: string;
}

function firstRepeat(context: MatterContext, rule: Dedupe, opened: readonly SeatEffect[]): Repeat | null {
  for (const effect of opened) {
    if (effect.type !== 'open' || effect.fallback) continue;
    const found = findSeat(context.standing, effect.seat);
    if (found === null || !isComparable(found, context)) continue;
    const [by = ''] = found.seat.candidateIds;
    const at = agreedAt(context, rule, found, by);
    if (at !== null) return { found, by, nodeName: at.name };
  }
  return null;
}

function isComparable({ sitting, seat }: FoundSeat, { workflow, standing }: MatterContext): boolean {
  const [only = ''] = seat.candidateIds;
  return (
    seat.status === 'open' &&
    seat.candidateIds.length === 1 &&
    seat.asked === undefined &&
    seat.delegations === undefined &&
    nodeInfo(workflow, sitting.nodeId)?.purpose === 'review' &&
    !standing.drafterIds.includes(only) &&
    !hasDecided(sitting, only) &&
    // who gets work back is asked indeed
    !standing.asides.some(({ token }) => token === sitting.token)
  );
}

/** The other step at which this person agrees, if the rule lets that stand for this one. */
function agreedAt(context: MatterContext, rule: Dedupe, { sitting }: FoundSeat, personId: string): NodeInfo | null {
  const { workflow, standing } = context;
  const reviews = reviewsOfRound(context, standing, sitting.token);
  // what comes round to the same step in the same round is drawn to be looked at again
  if (reviews.some((at) => standing.trail[at]?.sitting?.nodeId === sitting.nodeId)) return null;
  if (rule === 'last') return asksAgain(context, sitting.nodeId, personId);
  for (const at of rule === 'adjacent' ? reviews.slice(0, 1) : reviews) {
    const { sitting: passed, round } = standing.trail[at] as TrailStep;
    // straight back after a correction: what was agreed to before it is another round's
    if (
      round === standing.round &&
      passed?.seats.some(
        ({ decision, asked }) => asked === undefined && decision?.verb === 'approve' && decision.by === personId,
      )
    )
      return nodeInfo(workflow, passed.nodeId);
  }
  return null;
}

/** Reviews that the token came by since the draft that they review, the latest first. */
function reviewsOfRound({ workflow }: MatterContext, standing: Standing, token: number): readonly number[] {
  const passed = passedBefore(standing.trail, token);
  const isDraft = (at: number): boolean =>
    nodeInfo(workflow, standing.trail[at]?.sitting?.nodeId ?? '')?.purpose === 'draft';
  const draft = passed.findIndex(isDraft);
  return draft < 0 ? passed : passed.slice(0, draft);
}

/** Only where it is certain that the person is asked at a later review. */
function asksAgain(context: MatterContext, here: string, personId: string): NodeInfo | null {
  const { next } = predict(context);
  for (const { nodeId, seats } of next) {
    const node = nodeInfo(context.workflow, nodeId);
    if (node?.purpose === 'draft') return null;
    const isTheirs = seats.some(
      ({ candidateIds, fallback }) => !fallback && candidateIds.length === 1 && candidateIds[0] === personId,
    );
    if (nodeId !== here && isTheirs) return node;
  }
  return null;
}

/** One act after another as one. */
const together = (first: Performed, then: Performed): Performed => ({
  ...joined(first, then),
  round: then.round ?? first.round,
  decisions: [...first.decisions, ...then.decisions],
});
