import type { Activity, BoundaryEvent } from '../../../bpmn/model.js';
import type { Edge, Leave, Vertex } from '../graph/graph.js';
import { actOf, isBehindChoice, merged, node as drawNode, split } from './scope-drawing.js';
import type { Ends, ScopeDrawing } from './scope-drawing.js';
import { boundariesOf, catcher, catches, comesFromOutside } from './setting.js';
import type { Outcome } from './setting.js';
import { writesOf, writesOfTriggers } from '../graph/writes.js';

const COMPLETES: readonly Outcome[] = [{ leave: null, told: new Set() }];

/**
 * An activity rests until it completes or an event on its boundary comes. Loops and multi-instance are one activity
 * (§13.3.6, §13.3.7). A receive task behind an event-based gateway has been reached by its message already, and so has
 * one that begins the process.
 */
export function drawActivity(drawing: ScopeDrawing, activity: Activity): Ends {
  const { graph, setting } = drawing;
  const inside = drawing.outcomes(activity);
  const outcomes = inside ?? COMPLETES;
  const boundaries = boundariesOf(activity, setting);
  const reached = isBehindChoice(drawing, activity.id) || begins(drawing, activity);
  // a cancel that nobody takes up completes the transaction
  const completes = outcomes.some(
    ({ leave }) => leave === null || (leave.kind === 'cancel' && !catcher(leave, boundaries)),
  );
  const interrupting = boundaries.filter((event) => event.interrupting && mayCome(event, inside, boundaries));
  const beside = boundaries.filter((event) => !event.interrupting && mayTell(event, outcomes));
  const waits = !reached || beside.length > 0;
  const act = waits ? ({ nodeId: activity.id, act: 'complete' } as const) : null;
  const plain = interrupting.length === 0 && beside.length === 0 && completes;
  const core = drawNode(drawing, activity.id, plain ? act : null, {
    stays: waits ? activity.id : null,
    rests: waits ? activity.id : null,
    writes: plain ? writesOf(activity) : [],
    needs: activity.startQuantity,
    leaves: escaping(outcomes, boundaries),
    emits: tellingFurther(outcomes, boundaries),
    kind: beside.length > 0 ? 'host' : 'simple',
    allowed: beside.length > 0 ? toldSets(outcomes, boundaries) : null,
  });
  // a host decides by itself which way it goes, since what has come meanwhile counts
  const chooses = interrupting.length > 0 && beside.length === 0;
  const last = chooses ? graph.add('choice', activity.id) : core;
  if (chooses) graph.connect(core, last);
  const behind = drawNode(drawing, activity.id, null, { yields: activity.completionQuantity });
  if (completes) graph.connect(last, behind, plain ? {} : { act, writes: writesOf(activity) });
  for (const event of interrupting) graph.connect(last, drawBoundary(drawing, event), coming(event));
  for (const event of beside) graph.connect(core, drawBoundary(drawing, event), { ...coming(event), spawned: true });
  // what can never come is drawn all the same: a join behind it waits for it
  for (const event of boundaries) if (!drawing.exits.has(event.id)) drawBoundary(drawing, event);
  return { entry: merged(drawing, activity.id, core), exit: split(drawing, activity, behind) };
}

const coming = (event: BoundaryEvent): Partial<Edge> => ({
  act: actOf(event),
  event: true,
  writes: writesOfTriggers(event.triggers),
});

/** The event as a vertex; where its flows leave is remembered for when flows are drawn. */
function drawBoundary(drawing: ScopeDrawing, event: BoundaryEvent): Vertex {
  const first = drawNode(drawing, event.id, null);
  drawing.exits.set(event.id, split(drawing, event, first));
  return first;
}

const begins = ({ setting: { index } }: ScopeDrawing, activity: Activity): boolean =>
  activity.kind === 'receiveTask' && activity.instantiate && index.incoming(activity.id).length === 0;

/** `inside` null: nothing is known of the inside, so whatever is drawn to be caught may be thrown. */
function mayCome(
  event: BoundaryEvent,
  inside: readonly Outcome[] | null,
  boundaries: readonly BoundaryEvent[],
): boolean {
  if (event.triggers.some(comesFromOutside) || event.triggers.length === 0) return true;
  if (inside === null) return true;
  return inside.some(({ leave }) => leave !== null && catcher(leave, boundaries) === event);
}

const told = (code: string): Leave => ({ kind: 'escalation', code: code === '' ? null : code });

function mayTell(event: BoundaryEvent, outcomes: readonly Outcome[]): boolean {
  if (event.triggers.some(comesFromOutside) || event.triggers.length === 0) return true;
  return outcomes.some((outcome) => [...outcome.told].some((code) => catches(event.triggers, told(code))));
}

/** What no boundary event takes up ends the scope around too. */
const escaping = (outcomes: readonly Outcome[], boundaries: readonly BoundaryEvent[]): readonly Leave[] =>
  outcomes.flatMap(({ leave }) =>
    leave === null || leave.kind === 'cancel' || catcher(leave, boundaries) !== undefined ? [] : [leave],
  );

const tellingFurther = (outcomes: readonly Outcome[], boundaries: readonly BoundaryEvent[]): readonly string[] => [
  ...new Set(
    outcomes.flatMap((each) => [...each.told]).filter((code) => catcher(told(code), boundaries) === undefined),
  ),
];

/** Which thrown events have come by the time the activity completes; events from outside may come or not. */
function toldSets(
  outcomes: readonly Outcome[],
  boundaries: readonly BoundaryEvent[],
): readonly ReadonlySet<string>[] | null {
  const thrown = boundaries.filter((event) => !event.interrupting && !event.triggers.some(comesFromOutside));
  if (thrown.length === 0) return null;
  return outcomes
    .filter((outcome) => outcome.leave === null)
    .map(
      (outcome) =>
        new Set(
          thrown
            .filter((event) => [...outcome.told].some((code) => catcher(told(code), boundaries) === event))
            .map((event) => event.id),
        ),
    );
}
