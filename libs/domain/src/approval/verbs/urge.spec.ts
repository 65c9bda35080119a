import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';
import { seatsToUrge } from './urge.js';

const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all"/>';
const of = async () =>
  (
    await Matter.of([start('s'), draft('w'), task('a'), sign, end('e'), flows('s>w', 'w>a', 'a>sign', 'sign>e')], {
      cast: { a: ['乙', '丙'], sign: ['丁', '戊'] },
    })
  ).submit('w');

describe('催办', () => {
  test('is noted at the seat, once a day, and counts', async () => {
    const matter = (await of()).doMatter('甲', { verb: 'urge', text: '请尽快' });
    expect(matter.sittingAt('a').seats[0]?.urged).toMatchObject({ times: 1 });
    expect(matter.refusedMatter('甲', { verb: 'urge' })).toBe('urged-just-now');
    matter.now += 86_400_000;
    expect(matter.doMatter('甲', { verb: 'urge' }).sittingAt('a').seats[0]?.urged).toMatchObject({ times: 2 });
  });

  test('reaches whoever has a turn, and not oneself', async () => {
    const matter = (await of()).approve('a').doMatter('丁', { verb: 'urge' });
    expect(matter.sittingAt('sign').seats.map(({ urged }) => urged?.times ?? 0)).toEqual([0, 1]);
    expect(seatsToUrge(matter.matterContext('甲')).map(({ candidateIds }) => candidateIds)).toEqual([['丁']]);
  });

  test('is refused where nobody is at work, and where only oneself is', async () => {
    const matter = (await of()).approve('a').approve('sign', '丁');
    expect(matter.refusedMatter('戊', { verb: 'urge' })).toBe('nobody-to-urge');
    expect(matter.approve('sign', '戊').refusedMatter('甲', { verb: 'urge' })).toBe('nobody-to-urge');
  });
});
