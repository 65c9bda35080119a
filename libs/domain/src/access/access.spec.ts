import { subject } from '@casl/ability';
import { abilityFor } from './ability-for.js';
import { ROLES, type Actor, type Membership, type Role } from './actor.js';
import { abilityFromRules } from './rules.js';
import { conditionFor } from './to-condition.js';

const person = (...memberships: Membership[]): Actor => ({
  tenant: 'taishan',
  personId: 'p1',
  name: '张三',
  memberships,
  deputyFor: [],
});
const obligation = (unitId: string, tenant = 'taishan') =>
  subject('Obligation', { tenant, unitId, readerUnitIds: [unitId, 'zhengfuban'] });

test('a person without a role sees no obligation', () => {
  expect(abilityFor(person()).can('read', obligation('gonganju'))).toBe(false);
});

test('a handler reads and starts the obligations of the own unit only', () => {
  const ability = abilityFor(person({ unitId: 'gonganju', role: 'handler' }));
  expect(ability.can('read', obligation('gonganju'))).toBe(true);
  expect(ability.can('start', obligation('gonganju'))).toBe(true);
  expect(ability.can('read', obligation('caizhengju'))).toBe(false);
});

test('a reviewer of a unit reads but does not start', () => {
  const ability = abilityFor(person({ unitId: 'gonganju', role: 'reviewer' }));
  expect(ability.can('read', obligation('gonganju'))).toBe(true);
  expect(ability.can('start', obligation('gonganju'))).toBe(false);
});

test('a unit that takes part in an instance reads the obligation of another unit', () => {
  expect(abilityFor(person({ unitId: 'zhengfuban', role: 'reviewer' })).can('read', obligation('gonganju'))).toBe(true);
});

test('supervisors read every obligation of their city and of no other', () => {
  const ability = abilityFor(person({ unitId: 'sifaju', role: 'supervisionReviewer' }));
  expect(ability.can('read', obligation('gonganju'))).toBe(true);
  expect(ability.can('read', obligation('gonganju', 'enping'))).toBe(false);
});

test('only candidates act on a task', () => {
  const ability = abilityFor(person({ unitId: 'sifaju', role: 'supervisionReviewer' }));
  const task = (candidateIds: string[]) =>
    subject('Task', { tenant: 'taishan', unitId: 'gonganju', candidateIds, definitionKey: 'stage-result' });
  expect(ability.can('act', task(['p1', 'p2']))).toBe(true);
  expect(ability.can('act', task(['p2']))).toBe(false);
  expect(ability.can('read', task(['p2']))).toBe(true);
});

test('supervisors read what was submitted but not what a unit is still drafting', () => {
  const ability = abilityFor(person({ unitId: 'sifaju', role: 'supervisionHandler' }));
  const submission = subject('Submission', { tenant: 'taishan', unitId: 'gonganju', readerUnitIds: [] });
  expect(ability.can('read', submission)).toBe(true);
  expect(ability.can('readDraft', submission)).toBe(false);
});

test('only a flow administrator publishes', () => {
  const definition = subject('Definition', { tenant: 'taishan' });
  expect(abilityFor(person({ unitId: 'sifaju', role: 'flowAdmin' })).can('publish', definition)).toBe(true);
  expect(abilityFor(person({ unitId: 'sifaju', role: 'supervisionLeader' })).can('publish', definition)).toBe(false);
});

test('only a flow administrator sees and decides what does not arrive, and in the own city only', () => {
  const delivery = (tenant: string) => subject('Delivery', { tenant });
  const admin = abilityFor(person({ unitId: 'sifaju', role: 'flowAdmin' }));
  expect(admin.can('read', delivery('taishan'))).toBe(true);
  expect(admin.can('resolve', delivery('taishan'))).toBe(true);
  expect(admin.can('read', delivery('enping'))).toBe(false);
  expect(admin.can('resolve', delivery('enping'))).toBe(false);
  const others = Object.keys(ROLES).filter((role) => role !== 'flowAdmin') as Role[];
  expect(others.length).toBeGreaterThan(5);
  for (const role of others) {
    const ability = abilityFor(person({ unitId: 'sifaju', role }));
    expect([role, ability.can('read', 'Delivery'), ability.can('resolve', 'Delivery')]).toEqual([role, false, false]);
  }
});

test('a copy lets its person read that matter and no other, its drafts neither, and allows nothing else', () => {
  const matter = (readerPersonIds: string[]) => ({
    tenant: 'taishan',
    unitId: 'gonganju',
    readerUnitIds: [],
    readerPersonIds,
  });
  const ability = abilityFor(person({ unitId: 'caizhengju', role: 'handler' }));
  for (const name of ['Obligation', 'Instance', 'Submission', 'Evidence'] as const) {
    expect([name, ability.can('read', subject(name, matter(['p2', 'p1'])))]).toEqual([name, true]);
    expect([name, ability.can('read', subject(name, matter(['p2'])))]).toEqual([name, false]);
  }
  expect(ability.can('readDraft', subject('Submission', matter(['p1'])))).toBe(false);
  for (const action of ['comment', 'copy'] as const)
    expect(ability.can(action, subject('Instance', matter(['p1'])))).toBe(false);
});

test('who works on a matter writes in its thread and copies it; a leader who looks on only writes', () => {
  const matter = subject('Instance', { tenant: 'taishan', unitId: 'gonganju', readerUnitIds: ['shuiliju'] });
  const may = (unitId: string, role: Role) =>
    (['comment', 'copy'] as const).map((action) => abilityFor(person({ unitId, role })).can(action, matter));
  expect(may('gonganju', 'handler')).toEqual([true, true]);
  expect(may('shuiliju', 'reviewer')).toEqual([true, true]);
  expect(may('sifaju', 'supervisionHandler')).toEqual([true, true]);
  expect(may('zhengfuban', 'observer')).toEqual([true, false]);
  expect(may('caizhengju', 'head')).toEqual([false, false]);
});

test('words inside a unit are read by that unit only, and taken back by their author only', () => {
  const words = (scope: string, authorId = 'p2') =>
    subject('Comment', { tenant: 'taishan', scope, unitId: 'gonganju', authorId });
  expect(abilityFor(person({ unitId: 'gonganju', role: 'handler' })).can('read', words('unit'))).toBe(true);
  const leader = abilityFor(
    person({ unitId: 'zhengfuban', role: 'observer' }, { unitId: 'sifaju', role: 'supervisionLeader' }),
  );
  expect([leader.can('read', words('unit')), leader.can('read', words('matter'))]).toEqual([false, true]);
  expect(leader.can('withdraw', words('matter'))).toBe(false);
  expect(leader.can('withdraw', words('matter', 'p1'))).toBe(true);
});

test("a unit's phrases are picked by all of it and looked after by those who review for it", () => {
  const phrase = subject('Phrase', { tenant: 'taishan', personId: null, unitId: 'gonganju' });
  const may = (unitId: string, role: Role) =>
    (['read', 'update'] as const).map((action) => abilityFor(person({ unitId, role })).can(action, phrase));
  expect(may('gonganju', 'handler')).toEqual([true, false]);
  expect(may('gonganju', 'reviewer')).toEqual([true, true]);
  expect(may('gonganju', 'head')).toEqual([true, true]);
  expect(may('shuiliju', 'head')).toEqual([false, false]);
  const own = subject('Phrase', { tenant: 'taishan', personId: 'p2', unitId: null });
  expect(abilityFor(person({ unitId: 'gonganju', role: 'head' })).can('read', own)).toBe(false);
});

test('only a flow administrator says which other systems are told', () => {
  const webhook = (tenant: string) => subject('Webhook', { tenant });
  const admin = abilityFor(person({ unitId: 'sifaju', role: 'flowAdmin' }));
  for (const action of ['read', 'create', 'update', 'delete'] as const) {
    expect(admin.can(action, webhook('taishan'))).toBe(true);
    expect(admin.can(action, webhook('enping'))).toBe(false);
    for (const role of Object.keys(ROLES) as Role[])
      if (role !== 'flowAdmin')
        expect([role, abilityFor(person({ unitId: 'sifaju', role })).can(action, 'Webhook')]).toEqual([role, false]);
  }
});

test('how somebody wants to be told is theirs alone, also before an administrator', () => {
  const setting = (personId: string) => subject('NotificationSetting', { tenant: 'taishan', personId });
  const admin = abilityFor(person({ unitId: 'sifaju', role: 'flowAdmin' }));
  expect(admin.can('update', setting('p1'))).toBe(true);
  expect(admin.can('read', setting('p2'))).toBe(false);
  expect(admin.can('update', setting('p2'))).toBe(false);
});

test('a notification is read by its own person only', () => {
  const note = (personId: string) => subject('Notification', { tenant: 'taishan', personId });
  expect(abilityFor(person()).can('read', note('p1'))).toBe(true);
  expect(abilityFor(person()).can('read', note('p2'))).toBe(false);
});

test('the rules that travel to the browser decide the same', () => {
  const ability = abilityFor(person({ unitId: 'gonganju', role: 'handler' }));
  const again = abilityFromRules(JSON.parse(JSON.stringify(ability.rules)));
  expect(again.can('start', obligation('gonganju'))).toBe(true);
  expect(again.can('start', obligation('caizhengju'))).toBe(false);
});

test('no rule at all becomes the condition that matches nothing', () => {
  expect(conditionFor(abilityFor(person()), 'publish', 'Definition')).toEqual({ kind: 'none' });
});

test('rules become a formula over the fields of the subject', () => {
  const condition = conditionFor(abilityFor(person({ unitId: 'gonganju', role: 'handler' })), 'start', 'Obligation');
  expect(condition).toEqual({
    kind: 'and',
    parts: [
      { kind: 'compare', operator: 'eq', field: 'tenant', value: 'taishan' },
      { kind: 'compare', operator: 'in', field: 'unitId', value: ['gonganju'] },
    ],
  });
});

test('an operator without a SQL form is a fault, not a hole', () => {
  const ability = abilityFromRules([
    { action: 'read', subject: 'Unit', conditions: { tenant: { $regex: '^t' } } },
  ] as never);
  expect(() => conditionFor(ability, 'read', 'Unit')).toThrow('regex');
});
