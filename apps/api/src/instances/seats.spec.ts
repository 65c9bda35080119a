import { candidatesFor, seatsOfFlow, type SeatPlace } from './seats.js';
import type { SeatHolder } from './locked-state.js';

const seat = (personId: string, unitId: string, role: string): SeatHolder => ({
  personId,
  name: personId,
  unitId,
  role,
});
const place: SeatPlace = { unitId: 'gonganju', supervisorUnitId: 'sifaju', startedBy: 'chen', drafterIds: ['chen'] };
const seats = [
  seat('chen', 'gonganju', 'handler'),
  seat('liang', 'gonganju', 'handler'),
  seat('tan', 'sifaju', 'supervisionReviewer'),
  seat('situ', 'sifaju', 'handler'),
  seat('admin', 'sifaju', 'flowAdmin'),
];
const names = (result: ReturnType<typeof candidatesFor>): string[] => result.people.map((person) => person.personId);

test('a role in the responsible unit means everybody who holds it there', () => {
  const found = candidatesFor({ kind: 'role', unit: 'responsible', role: 'handler' }, 'draft', seats, place);
  expect(names(found)).toEqual(['chen', 'liang']);
  expect(found.fallback).toBe(false);
});

test('a role in the supervising unit is looked for there and not in the responsible unit', () => {
  expect(names(candidatesFor({ kind: 'role', unit: 'supervisor', role: 'handler' }, 'review', seats, place))).toEqual([
    'situ',
  ]);
});

test('a unit may be named', () => {
  const found = candidatesFor({ kind: 'role', unit: 'sifaju', role: 'supervisionReviewer' }, 'review', seats, place);
  expect(names(found)).toEqual(['tan']);
});

test('a seat that nobody holds goes to the flow administrators', () => {
  const found = candidatesFor({ kind: 'role', unit: 'zhengfuban', role: 'reviewer' }, 'review', seats, place);
  expect(names(found)).toEqual(['admin']);
  expect(found.fallback).toBe(true);
});

test('a review that only the drafter could give goes to the administrators as well', () => {
  const found = candidatesFor({ kind: 'starter' }, 'review', seats, place);
  expect(names(found)).toEqual(['chen', 'admin']);
  expect(found.fallback).toBe(true);
});

test('a draft may go to the one who drafted before', () => {
  const found = candidatesFor({ kind: 'starter' }, 'draft', seats, place);
  expect(names(found)).toEqual(['chen']);
  expect(found.fallback).toBe(false);
});

describe('where the clock began the flow', () => {
  const byItself: SeatPlace = { ...place, startedBy: null };

  test('the handlers of the responsible unit stand in for the starter', () => {
    const found = candidatesFor({ kind: 'starter' }, 'draft', seats, byItself);
    expect(names(found)).toEqual(['chen', 'liang']);
    expect(found.fallback).toBe(false);
  });

  test('a review for the starter goes to one of them who did not draft', () => {
    const alone = seats.filter(({ personId }) => personId !== 'liang');
    expect(candidatesFor({ kind: 'starter' }, 'review', seats, byItself).fallback).toBe(false);
    expect(names(candidatesFor({ kind: 'starter' }, 'review', alone, byItself))).toEqual(['chen', 'admin']);
  });

  test('their seat is one of the flow’s', () => {
    const nodes = { a: { kind: 'userTask', name: '', scope: 'p', outgoing: [], assignment: { kind: 'starter' } } };
    const found = seatsOfFlow({ nodes } as never, byItself);
    expect(found).toEqual({ unitIds: ['gonganju'], roles: ['handler'], personIds: [] });
  });
});

test('the seats of a flow are the units and persons that its tasks name, and nothing else', () => {
  const node = (assignment: object) => ({ kind: 'userTask', name: '', scope: 'p', outgoing: [], assignment });
  const someone = '0190aaaa-0000-7000-8000-000000000001';
  const flow = {
    nodes: {
      a: node({ kind: 'role', unit: 'responsible', role: 'handler' }),
      b: node({ kind: 'role', unit: 'zhengfuban', role: 'reviewer' }),
      c: node({ kind: 'person', person: someone }),
      d: node({ kind: 'person', person: 'not an id' }),
      e: node({ kind: 'starter' }),
      f: { kind: 'endEvent', name: '', scope: 'p', outgoing: [] },
    },
  };
  expect(seatsOfFlow(flow as never, place)).toEqual({
    unitIds: ['gonganju', 'zhengfuban'],
    roles: ['handler', 'reviewer'],
    personIds: [someone, 'chen'],
  });
});

test('a unit that the flow means by an expression may be called by its id or by any of its names', () => {
  const assignment = { kind: 'role', unit: '= 会签单位', role: 'reviewer' } as const;
  const waterBureau: SeatHolder = { ...seat('li', 'shuiliju', 'reviewer'), unitNames: ['市水利局', '水利局'] };
  const found = (meant: string | null) => candidatesFor(assignment, 'review', [...seats, waterBureau], place, meant);
  expect(names(found('水利局'))).toEqual(['li']);
  expect(names(found('shuiliju'))).toEqual(['li']);
  expect(names(found('市财政局'))).toEqual(['admin']);
  expect(names(found(null))).toEqual(['admin']);
  expect(
    seatsOfFlow({ nodes: { a: { kind: 'userTask', name: '', scope: 'p', outgoing: [], assignment } } }, place),
  ).toEqual({ unitIds: ['*'], roles: ['reviewer'], personIds: [] });
});
