import fc from 'fast-check';
import type { FlowModel, Scope } from '../../../libs/domain/src/bpmn/model.js';
import type { SoundnessTrouble } from '../../../libs/domain/src/checks/soundness/report.js';
import { soundness } from '../../../libs/domain/src/checks/soundness/soundness.js';
import { propertyRuns } from '../../support/property-runs.js';
import { NaiveGame } from './naive-game.js';
import { flowModels } from './random-flow.js';

const RUNS = propertyRuns(500);
const MOST_STATES = 3_000;

/** What the runs met, so that a property about nothing is noticed. */
const met = { sound: 0, wrong: 0, exact: 0, twice: 0, endTwice: 0, stuck: 0, dead: 0, nested: 0, large: 0 };

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
const stopsAll = (model: FlowModel): boolean =>
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
  const { verdict, properties, scopes } = soundness(model);
  const troubles = scopes.flatMap((scope) => scope.troubles);
  const deadNodes = scopes.flatMap((scope) => scope.deadNodes);
  const has = (kind: SoundnessTrouble['kind']): boolean => troubles.some((trouble) => trouble.kind === kind);
  const dead = expectedDead(model.root, naive.dead);
  const rescued = troubles.some((trouble) => trouble.rescued);
  const wrong = naive.twice || naive.endTwice || naive.stuck;
  if (wrong) expect(verdict).toBe('unsound');
  else if (dead.length === 0) expect(verdict).toBe(stopsAll(model) && verdict === 'unsound' ? 'unsound' : 'sound');
  met[wrong ? 'wrong' : 'sound']++;
  if (scopes.length > 1) met.nested++;
  // where a flow spins, where a sub-process never comes to its end, or where inclusive joins wait for each other, what is
  // met first is a matter of one moment: the verdict stands, the trouble that shows it may be another
  if (has('endless') || rescued || deadNodes.length > 0 || inclusiveJoins(model) > 1) return;
  met.exact++;
  // where a split is joined again at once, two tokens may pass it one after the other: then their end tells of them. The
  // game stops at the two and may not have come to the end
  const atEnd = naive.onlyAtJoins && has('end-twice');
  if (!atEnd) expect(has('second-token')).toBe(naive.twice);
  if (naive.twice) {
    met.twice++;
    return;
  }
  expect(has('end-twice')).toBe(naive.endTwice);
  if (naive.endTwice) met.endTwice++;
  const stuck = properties.optionToComplete === false;
  if (stuck && scopes.length > 1 && stopsAll(model)) return;
  expect(stuck).toBe(naive.stuck);
  if (stuck) met.stuck++;
  else if (!stopsAll(model)) expect(dead).toEqual([]);
}

/** Dead nodes have a property of their own: nodes that the checks call dead are dead in every run. */
function compareDead(model: FlowModel): void {
  const naive = new NaiveGame(model).judge(MOST_STATES);
  if (!naive.complete) return;
  const { scopes } = soundness(model);
  const found = scopes.flatMap(({ deadNodes }) => deadNodes);
  if (found.length > 0) met.dead++;
  expect([...naive.dead]).toEqual(expect.arrayContaining([...found]));
}

const inclusiveJoins = ({ root }: FlowModel): number =>
  scopesIn(root)
    .flatMap((scope) =>
      scope.nodes.map((node) => ({ node, into: scope.flows.filter(({ target }) => target === node.id) })),
    )
    .filter(({ node, into }) => node.kind === 'inclusiveGateway' && into.length > 1).length;

test('the verdict is that of a game which plays every run token by token', () => {
  fc.assert(fc.property(flowModels(16), compare), { numRuns: RUNS });
  fc.assert(fc.property(flowModels(16), compareDead), { numRuns: RUNS });
  for (const [what, count] of Object.entries(met)) expect([what, count > 0]).toEqual([what, true]);
}, 300_000);
