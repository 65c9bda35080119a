import { Matter } from '../../../../../test/properties/approval/matter.js';
import { and, draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';
import { seatsOf } from './hand-over.js';

const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="sequence"/>';
const FLOW = [
  start('s'),
  draft('w'),
  and('p'),
  task('a'),
  sign,
  and('j'),
  end('e'),
  flows('s>w', 'w>p', 'p>a', 'p>sign', 'a>j', 'sign>j', 'j>e'),
];
const of = async (known?: ReadonlySet<string>) =>
  (await Matter.of(FLOW, { cast: { a: ['乙', '丙'], sign: ['丁', '乙'] }, ...(known && { known }) })).submit('w');
const handOver = (fromId: string, toId: string) => ({ verb: 'handOver', fromId, toId, reason: '离职' }) as const;

describe('交接', () => {
  test('every seat of one goes to another, waiting ones too, those of others stay', async () => {
    const matter = (await of()).do('乙', 'a', { verb: 'claim' });
    expect(
      seatsOf(matter.matterContext('管理员'), handOver('乙', '己')).map(({ sitting, shared, refused }) => [
        sitting.nodeId,
        shared,
        refused,
      ]),
    ).toEqual([
      ['a', true, null],
      ['sign', false, null],
    ]);
    matter.doMatter('管理员', handOver('乙', '己'));
    expect(matter.tasks).toEqual(['a: 己*、丙', 'sign: 丁']);
    expect(matter.seatsAt('sign')).toEqual(['丁 open', '己 waiting']);
    expect(matter.approve('sign', '丁').approve('sign', '己').approve('a', '己').standing.marking.status).toBe(
      'completed',
    );
  });

  test('what the leaver has delegated comes back to the other', async () => {
    const matter = (await of()).do('丁', 'sign', { verb: 'delegate', toId: '戊', reason: '' });
    matter.doMatter('管理员', handOver('丁', '己')).do('戊', 'sign', { verb: 'reply', opinion: '好' });
    expect(matter.tasks).toEqual(['a: 乙、丙', 'sign: 己']);
  });

  test('what was delegated to the leaver goes to the other, and comes back to the same', async () => {
    const matter = (await of()).do('丁', 'sign', { verb: 'delegate', toId: '戊', reason: '' });
    matter.doMatter('管理员', handOver('戊', '己')).do('己', 'sign', { verb: 'reply', opinion: '好' });
    expect(matter.tasks).toEqual(['a: 乙、丙', 'sign: 丁*']);
  });

  test('what comes back after a correction comes to the other', async () => {
    const matter = (await of()).return('sign', '丁');
    matter.doMatter('管理员', handOver('丁', '己')).submit('w');
    expect(matter.tasks).toEqual(['a: 乙、丙', 'sign: 己*']);
  });

  test.each([
    ['nothing-to-hand-over', handOver('庚', '己')],
    ['drafter-chosen', handOver('乙', '甲')],
    ['already-seated', handOver('丁', '乙')],
    ['reason-required', { ...handOver('乙', '己'), reason: '' }],
  ] as const)('%s', async (code, act) => {
    expect((await of()).refusedMatter('管理员', act)).toBe(code);
  });

  test('to somebody whom the city does not know is refused, and nothing of it is done', async () => {
    expect((await of(new Set(['乙']))).refusedMatter('管理员', handOver('乙', '己'))).toBe('person-unknown');
  });

  test('an administrator who is a candidate may take it himself', async () => {
    expect((await of()).doMatter('丙', handOver('乙', '丙')).tasks).toEqual(['a: 丙', 'sign: 丁']);
  });
});
