import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';
import type { SignerMode, SignerSide } from '../standing/standing.js';

const FLOW = [start('s'), draft('w'), task('a'), end('e'), flows('s>w', 'w>a', 'a>e')];
const of = async (known?: ReadonlySet<string>) =>
  (await Matter.of(FLOW, { cast: { a: ['乙'] }, ...(known && { known }) })).submit('w');
const ask = (side: SignerSide, mode: SignerMode, ...personIds: readonly string[]) =>
  ({ verb: 'addSigner', side, mode, personIds }) as const;
const open = (matter: Matter): string =>
  matter.standing.sittings
    .flatMap(({ seats }) => seats.filter(({ status }) => status === 'open').map(({ candidateIds }) => candidateIds[0]))
    .join(' ');

/** Whose turn it is after each approval, until the sitting is decided. */
async function turns(side: SignerSide, mode: SignerMode): Promise<string> {
  const matter = (await of()).do('乙', 'a', ask(side, mode, '丙', '丁'));
  const told = [open(matter)];
  while (matter.standing.marking.status === 'running') {
    const [next = ''] = open(matter).split(' ');
    matter.approve('a', next);
    told.push(`${next}: ${open(matter) || '完'}`);
  }
  return told.join('，');
}

describe('加签: {前, 后, 并行} × {会签, 或签, 依次}', () => {
  test.each<[SignerSide, SignerMode, string]>([
    ['before', 'all', '丙 丁，丙: 丁，丁: 乙，乙: 完'],
    ['before', 'any', '丙 丁，丙: 乙，乙: 完'],
    ['before', 'sequence', '丙，丙: 丁，丁: 乙，乙: 完'],
    ['after', 'all', '乙，乙: 丙 丁，丙: 丁，丁: 完'],
    ['after', 'any', '乙，乙: 丙 丁，丙: 完'],
    ['after', 'sequence', '乙，乙: 丙，丙: 丁，丁: 完'],
    ['beside', 'all', '乙 丙 丁，乙: 丙 丁，丙: 丁，丁: 完'],
    ['beside', 'any', '乙 丙 丁，乙: 丙 丁，丙: 完'],
    ['beside', 'sequence', '乙 丙，乙: 丙，丙: 丁，丁: 完'],
  ])('%s %s', async (side, mode, expected) => {
    expect(await turns(side, mode)).toBe(expected);
  });

  test('one who was asked asks others in turn', async () => {
    const matter = (await of())
      .do('乙', 'a', ask('before', 'all', '丙'))
      .do('丙', 'a', ask('before', 'all', '丁', '戊'));
    expect(open(matter)).toBe('丁 戊');
    matter.approve('a', '戊').approve('a', '丁');
    expect(open(matter)).toBe('丙');
    expect(open(matter.approve('a', '丙'))).toBe('乙');
  });

  test('one who is asked may return it, which is a no of the seat that asked', async () => {
    const matter = (await of()).do('乙', 'a', ask('before', 'all', '丙', '丁')).return('a', '丁');
    expect(matter.active).toEqual(['w']);
    expect(matter.seats.map((each) => (each.type === 'close' ? each.how : each.type))).toEqual([
      'done',
      'byOthers',
      'open',
    ]);
  });

  test('a no of those asked closes the seat that asked, while the vote of the others goes on', async () => {
    const vote = '<bpmn:userTask id="a" name="a" chengban:seats="vote" chengban:passCount="1"/>';
    const matter = await Matter.of([start('s'), draft('w'), vote, end('e'), flows('s>w', 'w>a', 'a>e')], {
      cast: { a: ['乙', '己'] },
    });
    matter
      .submit('w')
      .do('乙', 'a', ask('before', 'all', '丙'))
      .return('a', '丙');
    expect(matter.seatsAt('a')).toEqual(['乙 closed', '己 open', '丙 decided']);
    expect(matter.approve('a', '己').standing.marking.status).toBe('completed');
  });

  test.each([
    ['nobody-chosen', ask('before', 'all')],
    ['already-seated', ask('before', 'all', '乙')],
    ['drafter-chosen', ask('before', 'all', '甲')],
    ['too-many-chosen', ask('before', 'all', ...Array.from({ length: 51 }, (_, at) => `人${at}`))],
  ] as const)('%s', async (code, act) => {
    expect((await of()).refused('乙', 'a', act)).toBe(code);
  });

  test('whom the city does not know is refused, and whom a deputy stands in for', async () => {
    expect((await of(new Set(['乙']))).refused('乙', 'a', ask('before', 'all', '丙'))).toBe('person-unknown');
    const deputy = { personId: '庚', deputyFor: ['乙'] };
    expect((await of()).refused(deputy, 'a', ask('before', 'all', '乙'))).toBe('already-seated');
  });

  test('who was asked already is not asked twice', async () => {
    const matter = (await of()).do('乙', 'a', ask('beside', 'all', '丙'));
    expect(matter.refused('乙', 'a', ask('before', 'all', '丙'))).toBe('already-seated');
  });
});

describe('减签', () => {
  const remove = (matter: Matter, person: string) =>
    ({ verb: 'removeSigner', seat: matter.seatOf(person, 'a').id, reason: '不用了' }) as const;

  test('takes one away who has not acted, and whom that one had asked', async () => {
    const matter = (await of())
      .do('乙', 'a', ask('beside', 'all', '丙', '丁'))
      .do('丙', 'a', ask('before', 'all', '戊'));
    matter.do('乙', 'a', remove(matter, '丙'));
    expect(open(matter)).toBe('乙 丁');
    expect(matter.seats).toEqual([{ type: 'close', seat: matter.sittingAt('a').seats.at(-1)?.id, how: 'removed' }]);
    expect(matter.approve('a', '丁').approve('a', '乙').standing.marking.status).toBe('completed');
  });

  test('of the last in a sequence brings the one after', async () => {
    const matter = (await of()).do('乙', 'a', ask('beside', 'sequence', '丙', '丁'));
    expect(open(matter.do('乙', 'a', remove(matter, '丙')))).toBe('乙 丁');
  });

  test('is refused for who has acted, whom somebody else asked, and where nobody was asked', async () => {
    const matter = (await of()).do('乙', 'a', ask('beside', 'all', '丙', '丁')).approve('a', '丙');
    expect(matter.refused('乙', 'a', remove(matter, '丙'))).toBe('signer-acted');
    expect(matter.refused('乙', 'a', { verb: 'removeSigner', seat: 99, reason: '不用了' })).toBe('signer-acted');
    expect(matter.refused('丁', 'a', remove(matter, '丁'))).toBe('nobody-to-remove');
    expect(matter.refused('乙', 'a', { ...remove(matter, '丁'), reason: '' })).toBe('reason-required');
    expect((await of()).refused('乙', 'a', { verb: 'removeSigner', seat: 99, reason: '不用了' })).toBe(
      'nobody-to-remove',
    );
  });

  test('of the last on whom the sitting waits is refused', async () => {
    const any = '<bpmn:userTask id="a" name="a" chengban:seats="any"/>';
    const pools = [{ candidateIds: ['乙'] }, { candidateIds: ['乙', '丙'] }];
    const matter = await Matter.of([start('s'), draft('w'), any, end('e'), flows('s>w', 'w>a', 'a>e')], {
      seater: ({ node }) => (node.id === 'a' ? pools : [{ candidateIds: ['甲'] }]),
    });
    const [first, second] = matter
      .submit('w')
      .sittingAt('a')
      .seats.map(({ id }) => id);
    matter.do('乙', first ?? 0, ask('after', 'all', '己')).do('乙', first ?? 0, { verb: 'approve' });
    expect(matter.refused('乙', second ?? 0, remove(matter, '己'))).toBe('last-seat');
    expect(open(matter)).toBe('乙 己');
  });
});
