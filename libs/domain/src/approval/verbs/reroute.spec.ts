import { Matter } from '../../../../../test/properties/approval/matter.js';
import {
  and,
  draft,
  end,
  flows,
  gateway,
  or,
  start,
  sub,
  task,
  xor,
} from '../../../../../test/properties/engine/draw.js';

const LINE = [
  start('s'),
  draft('w'),
  task('a'),
  task('b'),
  task('c'),
  end('e'),
  flows('s>w', 'w>a', 'a>b', 'b>c', 'c>e'),
];
const PARALLEL = [
  start('s'),
  draft('w'),
  and('p'),
  task('a'),
  task('a2'),
  task('b'),
  task('b2'),
  and('j'),
  task('z'),
  end('e'),
  flows('s>w', 'w>p', 'p>a', 'a>a2', 'a2>j', 'p>b', 'b>b2', 'b2>j', 'j>z', 'z>e'),
];
const tokenAt = (matter: Matter, node: string): number => matter.sittingAt(node).token;
const reroute = (matter: Matter, from: string, to: string) =>
  ({ verb: 'reroute', token: tokenAt(matter, from), to, reason: '走错了' }) as const;
const moved = (matter: Matter, from: string, to: string): Matter =>
  matter.doMatter('管甲', reroute(matter, from, to)).doMatter('管乙', { verb: 'confirmReroute' });

describe('调度', () => {
  test('moves nothing until a second person confirms', async () => {
    const matter = (await Matter.of(LINE)).submit('w');
    matter.doMatter('管甲', reroute(matter, 'a', 'c'));
    expect(matter.tasks).toEqual(['a: 乙、丙、丁']);
    expect(matter.standing.reroute).toMatchObject({ byId: '管甲', to: 'c', reason: '走错了' });
    expect(matter.refusedMatter('管甲', { verb: 'confirmReroute' })).toBe('reroute-same-person');
    expect(matter.refusedMatter('管乙', reroute(matter, 'a', 'b'))).toBe('reroute-asked-already');
    expect(matter.doMatter('管乙', { verb: 'confirmReroute' }).tasks).toEqual(['c: 乙、丙、丁']);
    expect(matter.standing.reroute).toBeNull();
    expect(matter.refusedMatter('管乙', { verb: 'confirmReroute' })).toBe('reroute-not-asked');
  });

  test('may be dropped, and is dropped by itself when its task is done', async () => {
    const matter = (await Matter.of(LINE)).submit('w');
    matter.doMatter('管甲', reroute(matter, 'a', 'c')).doMatter('管甲', { verb: 'dropReroute' });
    expect(matter.refusedMatter('管甲', { verb: 'dropReroute' })).toBe('reroute-not-asked');
    matter.doMatter('管甲', reroute(matter, 'a', 'c')).return('a');
    expect(matter.standing.reroute).toBeNull();
  });

  test('asks for a reason, for a token that waits, and for a matter that runs', async () => {
    const matter = (await Matter.of(LINE)).submit('w');
    expect(matter.refusedMatter('管甲', { ...reroute(matter, 'a', 'c'), reason: '' })).toBe('reason-required');
    expect(matter.refusedMatter('管甲', { ...reroute(matter, 'a', 'c'), token: 99 })).toBe('not-active');
    expect(matter.refusedMatter('管甲', reroute(matter, 'a', 'e'))).toBe('return-out-of-reach');
    const act = reroute(matter, 'a', 'c');
    matter.doMatter('管甲', { verb: 'terminate', reason: '重复了' });
    expect(matter.refusedMatter('管甲', act)).toBe('instance-completed');
  });

  test('to a step that was passed undoes it, with all that depends on it', async () => {
    const matter = (await Matter.of(PARALLEL)).submit('w').approve('a').approve('b');
    expect(moved(matter, 'a2', 'w').tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.submit('w').tasks).toEqual(['a: 乙、丙、丁', 'b: 乙、丙、丁']);
  });
});

describe('the target of a 调度 is checked: whatever then happens, the flow comes to its end, and does nothing twice', () => {
  test('a token may go on within its own branch while others run', async () => {
    const matter = (await Matter.of(PARALLEL)).submit('w');
    expect(moved(matter, 'a', 'a2').tasks).toEqual(['a2: 乙、丙、丁', 'b: 乙、丙、丁'].reverse());
    matter.approve('a2').approve('b').approve('b2');
    expect(matter.active).toEqual(['z']);
  });

  test.each([
    ['a', 'z', 'beyond a join for which another branch would wait for ever'],
    ['a', 'b2', 'into another branch: one join would come twice'],
    ['a', 'b', 'to where another is at work'],
  ])('not from %s to %s: %s', async (from, to) => {
    const matter = (await Matter.of(PARALLEL)).submit('w');
    expect(matter.refusedMatter('管甲', reroute(matter, from, to))).toBe('reroute-unsound');
  });

  test('a token that runs alone goes into no branch, whose join would wait for the other', async () => {
    const matter = await Matter.of(PARALLEL);
    expect(matter.refusedMatter('管甲', reroute(matter, 'w', 'a'))).toBe('reroute-unsound');
    expect(moved(matter, 'w', 'z').active).toEqual(['z']);
  });

  test('an inclusive join does not wait for who cannot come', async () => {
    const matter = await Matter.of([
      start('s'),
      draft('w'),
      or('o'),
      task('a'),
      task('b'),
      or('j'),
      task('z'),
      end('e'),
      flows('s>w', 'w>o', 'o>a?form.a', 'o>b?form.b', 'a>j', 'b>j', 'j>z', 'z>e'),
    ]);
    expect(moved(matter, 'w', 'a').approve('a').active).toEqual(['z']);
  });

  test('out of a sub-process and into one, whose timers and siblings are seen to', async () => {
    const late = `<bpmn:boundaryEvent id="late" attachedToRef="sp" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const inside = sub(
      'sp',
      start('is') +
        and('ip') +
        task('x') +
        task('y') +
        end('ie') +
        end('if') +
        flows('is>ip', 'ip>x', 'ip>y', 'x>ie', 'y>if'),
    );
    const flow = [
      start('s'),
      draft('w'),
      inside,
      late,
      task('u'),
      end('ue'),
      task('z'),
      end('e'),
      flows('s>w', 'w>sp', 'sp>z', 'z>e', 'late>u', 'u>ue'),
    ];
    const matter = (await Matter.of(flow)).submit('w').event({ type: 'timer', nodeId: 'late' });
    expect(moved(matter, 'x', 'z').tasks.map((each) => each.split(':')[0])).toEqual(['u', 'z']);
    expect(moved(await Matter.of(flow), 'w', 'x').active).toEqual(['x']);
  });

  test('a loop back is no harm, an end that ends all neither', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        task('a'),
        xor('x', 'x-a'),
        task('b'),
        `<bpmn:endEvent id="e"><bpmn:terminateEventDefinition/></bpmn:endEvent>`,
        flows('s>w', 'w>a', 'a>x', 'x>a', 'x>b?form.ok', 'b>e'),
      ])
    ).submit('w');
    expect(moved(matter, 'a', 'b').active).toEqual(['b']);
  });

  test('where it cannot be proved it is refused, with that reason: what is not followed, and too much', async () => {
    const complex = await Matter.of([
      start('s'),
      draft('w'),
      task('a'),
      gateway('complex', 'k'),
      end('e'),
      flows('s>w', 'w>a', 'a>k', 'k>e'),
    ]);
    expect(complex.refusedMatter('管甲', reroute(complex, 'w', 'a'))).toBe('reroute-unproven');
    const branches = Array.from({ length: 12 }, (_, at) => `t${at}`);
    const many = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        ...branches.map((id) => task(id) + task(`${id}x`)),
        and('j'),
        end('e'),
        flows('s>w', 'w>p', ...branches.flatMap((id) => [`p>${id}`, `${id}>${id}x`, `${id}x>j`]), 'j>e'),
      ])
    ).submit('w');
    expect(many.refusedMatter('管甲', reroute(many, 't0', 't0x'))).toBe('reroute-unproven');
  });
});
