import { Matter } from '../../../../../test/properties/approval/matter.js';
import type { Setting } from '../../../../../test/properties/approval/matter.js';
import { draft, end, extended, flows, start, task } from '../../../../../test/properties/engine/draw.js';

const chosen = (id: string, range = ''): string => extended(task(id), `<chengban:assignment kind="chosen" ${range}/>`);
const FLOW = [start('s'), draft('w'), chosen('a', 'max="2"'), task('b'), end('e'), flows('s>w', 'w>a', 'a>b', 'b>e')];

const of = (setting: Setting = {}) =>
  Matter.of(FLOW, {
    seater: ({ node, standing }) => [{ candidateIds: standing.chosen[node.id] ?? ['甲', '乙'] }],
    ...setting,
  });
const submitted = (chosenFor: Readonly<Record<string, readonly string[]>>) =>
  ({ verb: 'submit', variables: {}, chosen: chosenFor }) as const;

describe('提交', () => {
  test('opens a new round and forgets the last verdict; the form is what was handed in', async () => {
    const matter = (await of()).submit('w', '甲', { form: { a: 1 } });
    expect(matter.last?.round).toEqual({ type: 'opened' });
    expect(matter.standing).toMatchObject({ round: 1, drafterIds: ['甲'], reviewed: false });
    expect(matter.standing.marking.variables).toMatchObject({ form: { a: 1 }, round: 1, verdict: null });
  });

  test('with the people whom the starter chose', async () => {
    const matter = (await of()).do('甲', 'w', submitted({ a: ['丙', '丁'] }));
    expect(matter.tasks).toEqual(['a: 丙、丁']);
  });

  test.each([
    ['not-a-choice', { b: ['丙'] }, {}],
    ['not-a-choice', { nowhere: ['丙'] }, {}],
    ['not-a-choice', { a: ['丙'] }, { choosable: () => false }],
    ['too-many-chosen', { a: ['丙', '丁', '戊'] }, {}],
    ['drafter-chosen', { a: ['甲'] }, {}],
  ] as const)('is refused, %s, for %j', async (code, persons, setting) => {
    expect((await of(setting)).refused('甲', 'w', submitted(persons))).toBe(code);
  });

  test('of what was returned leaves no item unanswered', async () => {
    const item = { id: 'i1', roundNo: 1, anchor: null, text: '补签到表' };
    const matter = await of({ openItems: [item as never] });
    expect(matter.refused('甲', 'w', { verb: 'submit', variables: {} })).not.toBeNull();
  });
});
