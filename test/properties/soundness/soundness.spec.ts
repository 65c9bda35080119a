import fc from 'fast-check';
import type { FlowModel, Scope } from '../../../libs/domain/src/bpmn/model.js';
import { soundness } from '../../../libs/domain/src/checks/soundness/soundness.js';
import { propertyRuns } from '../../support/property-runs.js';
import { NaiveGame } from './naive-game.js';
import { flowModels } from './random-flow.js';

const RUNS = propertyRuns(500);
const MOST_STATES = 3_000;

/** What the runs met, so that a property about nothing is noticed. */
const met = { sound: 0, twice: 0, endTwice: 0, stuck: 0, dead: 0, nested: 0, large: 0 };

function scopesIn(scope: Scope): readonly Scope[] {
  return [scope, ...scope.nodes.flatMap((node) => (node.kind === 'subProcess' ? scopesIn(node.scope) : []))];
}

/** Nodes to which flows lead from the start of their scope; what is thrown on a boundary is for another check. */
function drawn(scope: Scope): readonly string[] {
  const seen = new Set(scope.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id));
  for (const id of seen) {
    for (const flow of scope.flows) if (flow.source === id) seen.add(flow.target);
    for (const node of scope.nodes) if (node.kind === 'boundaryEvent' && node.attachedTo === id) seen.add(node.id);
  }
  return scope.nodes
    .filter((node) => seen.has(node.id) && !(node.kind === 'boundaryEvent' && node.triggers[0]?.kind !== 'timer'))
    .map(({ id }) => id);
}

function expectedDead(scope: Scope, dead: ReadonlySet<string>): readonly string[] {
  const here = drawn(scope).filter((id) => dead.has(id));
  const inside = scope.nodes.flatMap((node) =>
    node.kind === 'subProcess' && !dead.has(node.id) ? expectedDead(node.scope, dead) : [],
  );
  return [...here, ...inside];
}

/** An end elsewhere that stops everything may rescue a sub-process that hangs: seen from inside, it hangs all the same. */
const stopsElsewhere = (model: FlowModel): boolean =>
  scopesIn(model.root).some((scope) =>
    scope.nodes.some(
      (node) => node.kind === 'endEvent' && node.triggers.length > 0 && node.triggers[0]?.kind !== 'escalation',
    ),
  );

function compare(model: FlowModel): void {
  const naive = new NaiveGame(model).judge(MOST_STATES);
  if (!naive.complete) {
    met.large++;
    return;
  }
  const { properties, scopes } = soundness(model);
  const seen = {
    twice: scopes.some(({ troubles }) => troubles.some(({ kind }) => kind === 'second-token')),
    endTwice: scopes.some(({ troubles }) => troubles.some(({ kind }) => kind === 'end-twice')),
    stuck: properties.optionToComplete === false,
    unknown: scopes.some(({ unknown }) => unknown !== null),
  };
  expect(seen.unknown).toBe(false);
  expect(seen.twice).toBe(naive.twice);
  if (naive.twice) {
    met.twice++;
    return;
  }
  expect(seen.endTwice).toBe(naive.endTwice);
  if (naive.endTwice) met.endTwice++;
  if (!(seen.stuck && !naive.stuck && scopes.length > 1 && stopsElsewhere(model))) expect(seen.stuck).toBe(naive.stuck);
  if (naive.stuck || seen.stuck || scopes.some(({ troubles }) => troubles.some(({ rescued }) => rescued))) {
    met.stuck++;
    return;
  }
  const dead = expectedDead(model.root, naive.dead);
  const found = scopes.flatMap(({ deadNodes }) => deadNodes);
  // what runs beside is not looked at together with an end that stops everything at once
  if (stopsElsewhere(model)) expect(dead).toEqual(expect.arrayContaining([...found]));
  else expect([...found].sort()).toEqual([...dead].sort());
  met[dead.length > 0 ? 'dead' : 'sound']++;
  if (scopes.length > 1) met.nested++;
}

test('the verdict is that of a game which plays every run token by token', () => {
  fc.assert(fc.property(flowModels(16), compare), { numRuns: RUNS, endOnFailure: false });
  for (const [what, count] of Object.entries(met)) expect([what, count > 0]).toEqual([what, true]);
}, 300_000);
