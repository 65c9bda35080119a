import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, extended, flows, start } from '../../../../../test/properties/engine/draw.js';
import { Directory } from './directory.js';
import type { DirectoryEntry } from './directory.js';
import { directorySeater } from './directory-seater.js';

const entry = (personId: string, unitId: string, role: string): DirectoryEntry => ({ personId, unitId, role });
const CITY = [
  entry('甲', '公安局', 'handler'),
  entry('乙', '公安局', 'handler'),
  entry('丙', '公安局', 'reviewer'),
  entry('丁', '公安局', 'deputyLeader'),
  entry('戊', '公安局', 'head'),
  entry('己', '水利局', 'reviewer'),
  entry('庚', '水利局', 'head'),
  entry('管', '司法局', 'flowAdmin'),
];

/** The seats of a task with these assignments, after a draft that this person has handed in. */
async function seated(
  inside: string,
  attributes = '',
  by = '甲',
  form: Record<string, string | string[]> = {},
  city = CITY,
) {
  const directory = new Directory(
    city,
    new Set(city.map(({ personId }) => personId)),
    new Set(city.map(({ unitId, role }) => Directory.seatKey(unitId, role))),
  );
  const seater = directorySeater(directory, { unitId: '公安局', supervisorUnitId: '司法局', startedBy: '甲' });
  const review = extended(`<bpmn:userTask id="a" name="a" ${attributes}/>`, inside);
  const matter = await Matter.of([start('s'), draft('w'), review, end('e'), flows('s>w', 'w>a', 'a>e')], {
    seater: (seating) => (seating.node.id === 'w' ? [{ candidateIds: [by] }] : seater(seating)),
  });
  matter.submit('w', by, { form });
  return matter
    .sittingAt('a')
    .seats.map(({ candidateIds, fallback }) => `${candidateIds.join('、')}${fallback ? ' 代办' : ''}`);
}

const of = (attributes: string): string => `<chengban:assignment ${attributes}/>`;
const reviewers = of('kind="role" unit="responsible" role="reviewer"');
const handlers = of('kind="role" unit="responsible" role="handler"');
const heads = of('kind="role" unit="水利局" role="head"');

describe('who gets a task', () => {
  test.each([
    ['a role in the responsible unit', handlers, '', ['乙']],
    ['a role in a unit by its id', heads, '', ['庚']],
    ['a person', of('kind="person" person="丁"'), '', ['丁']],
    ['several rules as one pool', reviewers + heads, '', ['丙、庚']],
    ['a seat for each person', reviewers + heads, 'chengban:seats="all"', ['丙', '庚']],
    [
      'a seat for each unit',
      reviewers + heads + of('kind="person" person="丁"'),
      'chengban:seats="all" chengban:seatPer="unit"',
      ['丙、丁', '庚'],
    ],
    ['people of the form', of('kind="field" field="experts"'), '', ['戊、己']],
    ['a role in units of the form', of('kind="field" field="units" role="head"'), 'chengban:seats="all"', ['戊', '庚']],
    ['an expression', of('kind="expression" expression="form.experts[2]"'), '', ['己']],
  ])('%s', async (_, inside, attributes, expected) => {
    const form = { experts: ['戊', '己'], units: ['公安局', '水利局'] };
    expect(await seated(inside, attributes, '甲', form)).toEqual(expected);
  });

  test('the one who decided the step before', async () => {
    const seats = await seated(of('kind="previous"'), '', '乙');
    // who drafted never reviews, so the next leader does
    expect(seats).toEqual(['丙']);
  });
});

describe('发起人自己就是审批人', () => {
  test.each([
    ['handler → reviewer', of('kind="starter"'), '甲', ['丙']],
    ['reviewer → deputy leader', reviewers, '丙', ['丁']],
    ['the others of the pool remain', handlers, '甲', ['乙']],
    ['head: nobody is above', of('kind="role" unit="responsible" role="head"'), '戊', ['戊、管 代办']],
  ])('goes to the next leader: %s', async (_, inside, by, expected) => {
    expect(await seated(inside, '', by)).toEqual(expected);
  });

  test('each seat of a 会签 has its own leader, and nobody sits twice', async () => {
    expect(await seated(reviewers + of('kind="person" person="丁"'), 'chengban:seats="all"', '丙')).toEqual([
      '戊',
      '丁',
    ]);
  });
});

describe('没有办理人', () => {
  test('goes to the flow administrators; nothing is passed because nobody is there', async () => {
    expect(await seated(of('kind="person" person="走了"'))).toEqual(['管 代办']);
    expect(await seated(of('kind="field" field="nobody"'), 'chengban:seats="all"')).toEqual(['管 代办']);
  });

  test('and where there is no administrator either, those who are meant still see it', async () => {
    const city = CITY.filter(({ role }) => role !== 'flowAdmin');
    expect(await seated(of('kind="role" unit="responsible" role="head"'), '', '戊', {}, city)).toEqual(['戊 代办']);
  });

  test('a draft that nobody could get goes to them too', async () => {
    expect(await seated(of('kind="person" person="走了"'), 'chengban:purpose="draft"')).toEqual(['管 代办']);
  });
});

test('what was never looked up is told, so that whoever reads the directory looks it up', () => {
  const directory = new Directory([], new Set(), new Set());
  directory.holders('公安局', 'head');
  directory.rolesOf('甲');
  expect(directory.missing()).toEqual({ persons: ['甲'], seats: [{ unitId: '公安局', role: 'head' }] });
  expect(new Directory(CITY, new Set(['甲']), new Set()).missing()).toBeNull();
});
