import { ANY_UNIT, type CompiledFlow } from '@chengban/domain';
import { seatsOfFlow } from './seats.js';

const place = { unitId: 'gonganju', supervisorUnitId: 'sifaju', startedBy: '6f1f3a52-5a52-4d5e-9d3e-0f7a3a0c0001' };
const PERSON = 'A0B1C2D3-5a52-4d5e-9d3e-0f7a3a0c0002';

const flowOf = (...assignments: readonly object[]): Pick<CompiledFlow, 'nodes'> => ({
  nodes: Object.fromEntries(
    assignments.map((assignment, at) => [
      `n${at}`,
      { kind: 'userTask', name: '', scope: 'p', outgoing: [], ...assignment },
    ]),
  ) as unknown as CompiledFlow['nodes'],
});

test('the seats of a flow are looked up once, with its words put in their place', () => {
  const handler = { assignment: { kind: 'role', unit: 'responsible', role: 'handler' } };
  const reviewer = { assignment: { kind: 'role', unit: 'supervisor', role: 'supervisionReviewer' } };
  expect(seatsOfFlow(flowOf(handler, reviewer, handler), place)).toEqual({
    unitIds: ['gonganju', 'sifaju'],
    roles: ['handler', 'supervisionReviewer'],
    personIds: [],
  });
});

test('every one of several assignments of a task is looked up', () => {
  const two = {
    assignment: { kind: 'role', unit: 'caizhengju', role: 'reviewer' },
    moreAssignments: [{ kind: 'role', unit: 'zhujianju', role: 'reviewer' }],
  };
  expect(seatsOfFlow(flowOf(two), place).unitIds).toEqual(['caizhengju', 'zhujianju']);
});

test('a unit that only an expression knows is looked for everywhere', () => {
  const expression = { assignment: { kind: 'role', unit: '= unit', role: 'reviewer' } };
  expect(seatsOfFlow(flowOf(expression), place)).toMatchObject({ unitIds: [ANY_UNIT], roles: ['reviewer'] });
});

test('persons are the starter and those whom the drawing names, if that can be an id at all', () => {
  const named = { assignment: { kind: 'person', person: PERSON } };
  const nonsense = { assignment: { kind: 'person', person: '张三' } };
  const starter = { assignment: { kind: 'starter' } };
  expect(seatsOfFlow(flowOf(named, nonsense, starter), place).personIds).toEqual([
    PERSON.toLowerCase(),
    place.startedBy,
  ]);
});

test('where the clock began a flow, the handlers of its unit stand in for a starter', () => {
  const starter = { assignment: { kind: 'starter' } };
  expect(seatsOfFlow(flowOf(starter), { ...place, startedBy: null })).toEqual({
    unitIds: ['gonganju'],
    roles: ['handler'],
    personIds: [],
  });
});
