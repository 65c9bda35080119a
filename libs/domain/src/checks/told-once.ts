import type { FlowModel } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import type { TraceStep } from '../shared/finding.js';
import type { SoundnessTrouble } from './soundness/report.js';

/**
 * A round without an end is a trouble of everything in it, and of everything on the only way there. It is one mistake,
 * so it is told once: at the farthest place that the acts lead to, at a step rather than at the flow or its start.
 */
export function toldOnce(model: FlowModel, troubles: readonly SoundnessTrouble[]): SoundnessTrouble[] {
  const steps = new Set(nodesOf(model).flatMap(({ id, kind }) => (kind === 'startEvent' ? [] : [id])));
  const rounds = troubles
    .filter(({ kind }) => kind === 'endless')
    .sort(
      ({ counterexample: a }, { counterexample: b }) =>
        b.steps.length - a.steps.length || Number(steps.has(b.elementId)) - Number(steps.has(a.elementId)),
    );
  const told: SoundnessTrouble[] = [];
  for (const round of rounds) if (!told.some((other) => isOnTheWayTo(round, other))) told.push(round);
  return troubles.filter((trouble) => trouble.kind !== 'endless' || told.includes(trouble));
}

const isOnTheWayTo = ({ counterexample: near }: SoundnessTrouble, { counterexample: far }: SoundnessTrouble): boolean =>
  near.steps.length <= far.steps.length && near.steps.every((step, at) => isSameAct(step, far.steps[at]));

const isSameAct = (one: TraceStep, other: TraceStep | undefined): boolean =>
  one.act === other?.act && one.nodeId === other.nodeId && one.choice === other.choice;
