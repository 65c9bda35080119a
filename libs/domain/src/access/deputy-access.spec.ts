import { subject } from '@casl/ability';
import { abilityFor } from './ability-for.js';
import type { HandledTask } from './ability.js';
import type { Actor, Deputyship, Membership } from './actor.js';
import { conditionFor } from './to-condition.js';

const actor = (given: Partial<Pick<Actor, 'memberships' | 'deputyFor'>> = {}): Actor => ({
  tenant: 'taishan',
  personId: '乙',
  name: '乙',
  memberships: [],
  deputyFor: [],
  ...given,
});
const forJia = (keys: Deputyship['keys'] = null): Deputyship => ({ personId: '甲', name: '甲', keys });
const deputy = (keys: Deputyship['keys'] = null) => abilityFor(actor({ deputyFor: [forJia(keys)] }));

const task = (candidateIds: string[], definitionKey = 'filing', tenant = 'taishan') =>
  subject('Task', { tenant, unitId: 'gonganju', candidateIds, definitionKey });
const handled = (given: Partial<HandledTask> = {}): HandledTask => ({
  candidateIds: ['甲'],
  definitionKey: 'filing',
  purpose: 'review',
  status: 'open',
  ...given,
});
const matter = (...tasks: HandledTask[]) => ({ tenant: 'taishan', unitId: 'gonganju', readerUnitIds: [], tasks });

test('a deputy reads and acts on the tasks of who is away, and on nobody else’s', () => {
  for (const action of ['read', 'act'] as const) {
    expect(deputy().can(action, task(['甲', '丙']))).toBe(true);
    expect(deputy().can(action, task(['丙']))).toBe(false);
    expect(abilityFor(actor()).can(action, task(['甲']))).toBe(false);
  }
});

test('a deputy of one city is nobody in another', () => {
  expect(deputy().can('act', task(['甲'], 'filing', 'enping'))).toBe(false);
});

test('a deputy for chosen flows acts in those only', () => {
  expect(deputy(['filing']).can('act', task(['甲'], 'filing'))).toBe(true);
  expect(deputy(['filing']).can('act', task(['甲'], 'stage-result'))).toBe(false);
});

test('standing in for one in every flow and for another in one mixes neither', () => {
  const both = abilityFor(actor({ deputyFor: [forJia(), { personId: '丁', name: '丁', keys: ['filing'] }] }));
  expect(both.can('act', task(['甲'], 'own'))).toBe(true);
  expect(both.can('act', task(['丁'], 'own'))).toBe(false);
  expect(both.can('act', task(['丁'], 'filing'))).toBe(true);
});

test('a deputy reads the matter of the task, in all its parts, and no other of the unit', () => {
  for (const name of ['Obligation', 'Instance', 'Submission', 'Evidence'] as const) {
    expect(deputy().can('read', subject(name, matter(handled())))).toBe(true);
    expect(deputy().can('read', subject(name, matter(handled({ candidateIds: ['丙'] }))))).toBe(false);
    expect(deputy().can('read', subject(name, matter()))).toBe(false);
  }
});

test('person and flow must meet in one task: two tasks that have one each open nothing', () => {
  const apart = matter(handled({ definitionKey: 'own' }), handled({ candidateIds: ['丙'] }));
  expect(deputy(['filing']).can('read', subject('Obligation', apart))).toBe(false);
});

test('a deputy sees and writes a draft only while the one who is away would be writing it', () => {
  const mayWrite = (given: Partial<HandledTask>) => [
    deputy().can('readDraft', subject('Submission', matter(handled(given)))),
    deputy().can('create', subject('Evidence', matter(handled(given)))),
    deputy().can('delete', subject('Evidence', matter(handled(given)))),
  ];
  expect(mayWrite({ purpose: 'draft' })).toEqual([true, true, true]);
  expect(mayWrite({ purpose: 'draft', status: 'completed' })).toEqual([false, false, false]);
  expect(mayWrite({ purpose: 'review' })).toEqual([false, false, false]);
});

test('a deputy starts nothing in the name of who is away', () => {
  expect(deputy().can('start', subject('Obligation', matter(handled())))).toBe(false);
});

describe('a rule', () => {
  const rule = (principalId: string, deputyId: string) =>
    subject('DeputyRule', { tenant: 'taishan', principalId, deputyId });
  const admin: Membership = { unitId: 'sifaju', role: 'flowAdmin' };

  test('is made, seen and ended by the one whose tasks it hands over', () => {
    for (const action of ['create', 'read', 'end'] as const)
      expect(abilityFor(actor()).can(action, rule('乙', '甲'))).toBe(true);
  });

  test('is seen by the deputy, who cannot end it', () => {
    expect(abilityFor(actor()).can('read', rule('甲', '乙'))).toBe(true);
    expect(abilityFor(actor()).can('end', rule('甲', '乙'))).toBe(false);
  });

  test('of others is open to flow administrators only', () => {
    for (const action of ['create', 'read', 'end'] as const) {
      expect(abilityFor(actor({ memberships: [admin] })).can(action, rule('甲', '丙'))).toBe(true);
      expect(abilityFor(actor()).can(action, rule('甲', '丙'))).toBe(false);
    }
  });
});

test('a condition on the tasks of a matter keeps person and flow together', () => {
  expect(conditionFor(deputy(['filing']), 'readDraft', 'Submission')).toEqual({
    kind: 'and',
    parts: [
      { kind: 'compare', operator: 'eq', field: 'tenant', value: 'taishan' },
      {
        kind: 'some',
        field: 'tasks',
        part: {
          kind: 'and',
          parts: [
            { kind: 'compare', operator: 'in', field: 'candidateIds', value: ['甲'] },
            { kind: 'compare', operator: 'in', field: 'definitionKey', value: ['filing'] },
            { kind: 'compare', operator: 'eq', field: 'purpose', value: 'draft' },
            { kind: 'compare', operator: 'eq', field: 'status', value: 'open' },
          ],
        },
      },
    ],
  });
});
