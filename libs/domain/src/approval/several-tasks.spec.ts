import {
  Run,
  and,
  draft,
  end,
  flows,
  start,
  sub,
  task,
  throughJson,
  xor,
} from '../../../../test/properties/engine/draw.js';
import { ACTS, contextAt, done, refusal, taskAt } from '../../../../test/properties/engine/acts.js';
import type { ActContext } from './act.js';

const UNITS = '["公安局", "水利局", "住建局"]';

/** A user task for every unit of a list; `loop` are further attributes of the marker, `inside` its content. */
const seats = (id: string, loop = '', inside = ''): string =>
  `<bpmn:userTask id="${id}" name="${id}"><bpmn:multiInstanceLoopCharacteristics chengban:collection='${UNITS.replaceAll("'", '&apos;')}' chengban:item="unit" chengban:output="opinions" chengban:result="{ unit: unit, verdict: verdict }" ${loop}>${inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`;

const signing = (marker: string, ...rest: readonly string[]): readonly string[] => [
  start('s'),
  draft('w'),
  marker,
  ...rest,
];

const plain = (marker: string) => signing(marker, end('e'), flows('s>w', 'w>sign', 'sign>e'));

/** The seat of a unit, as its task says. */
function seatOf(run: Run, unit: string): ActContext {
  const token = run.marking.tokens.find((each) => each.data?.['unit'] === unit);
  return contextAt(run, 'sign', { task: taskAt('sign', token === undefined ? {} : { token: token.id }) });
}

const act = (run: Run, unit: string, verb: 'approve' | 'return' = 'approve'): void => {
  run.marking = throughJson(done(seatOf(run, unit), ACTS[verb]).marking);
};

describe('where several tasks wait at one node', () => {
  test('an approval counts for the seat it was given at', async () => {
    const run = (await Run.of(plain(seats('sign')))).complete('w');
    act(run, '水利局');
    expect(run.marking.tokens.flatMap(({ data }) => data?.['unit'] ?? [])).toEqual(['公安局', '住建局']);
    expect(refusal(seatOf(run, '水利局'), ACTS.approve)).toBe('several-tasks');
    act(run, '住建局');
    act(run, '公安局');
    expect(run.marking).toMatchObject({
      status: 'completed',
      variables: { opinions: [{ unit: '公安局' }, { unit: '水利局' }, { unit: '住建局' }] },
    });
  });

  test('a task whose token is gone is refused, though others wait at its node', async () => {
    const run = (await Run.of(plain(seats('sign')))).complete('w');
    const before = seatOf(run, '水利局');
    act(run, '水利局');
    expect(refusal({ ...before, marking: run.marking }, ACTS.approve)).toBe('not-active');
  });

  test('a task that names no token is refused rather than guessed at', async () => {
    const run = (await Run.of(plain(seats('sign')))).complete('w');
    expect(refusal(contextAt(run, 'sign'), ACTS.approve)).toBe('several-tasks');
  });
});

describe('a return from a seat', () => {
  test('is refused with the reason while other seats are open, and changes nothing', async () => {
    const run = (await Run.of(plain(seats('sign')))).complete('w');
    const before = JSON.stringify(run.marking);
    expect(refusal(seatOf(run, '公安局'), ACTS.return)).toBe('return-parallel');
    expect(JSON.stringify(run.marking)).toBe(before);
  });

  test('that is the last one open takes the whole of the signing along', async () => {
    const run = (await Run.of(plain(seats('sign')))).complete('w');
    act(run, '公安局');
    act(run, '水利局');
    const { marking, effects } = done(seatOf(run, '住建局'), ACTS.return);
    expect(marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(effects.filter(({ type }) => type.startsWith('task'))).toEqual([
      { type: 'task.close', nodeId: 'sign', token: 4 },
      { type: 'task.open', nodeId: 'w', token: 5 },
    ]);
    const again = done(contextAt(run, 'w', { marking, actor: { personId: '甲' } }), ACTS.submit);
    expect(again.effects.filter(({ type }) => type === 'task.open')).toHaveLength(3);
  });

  test('of a signing in order goes back at once: nobody else is at work', async () => {
    const run = (await Run.of(plain(seats('sign', 'isSequential="true"')))).complete('w');
    expect(done(seatOf(run, '公安局'), ACTS.return).marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
  });

  test('ends the signing where the drawing says so: the other seats are cancelled, the draft opens', async () => {
    const first = '<bpmn:completionCondition><![CDATA[verdict = "return"]]></bpmn:completionCondition>';
    const run = (
      await Run.of(
        signing(
          seats('sign', '', first),
          xor('x', 'x-w'),
          end('e'),
          flows('s>w', 'w>sign', 'sign>x', 'x>e?verdict = "approve"', 'x>w'),
        ),
      )
    ).complete('w');
    const { marking, effects } = done(seatOf(run, '水利局'), ACTS.return);
    expect(marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(effects.filter(({ type }) => type === 'task.cancel')).toHaveLength(2);
    expect(marking.variables['opinions']).toEqual([null, { unit: '水利局', verdict: 'return' }]);
  });
});

describe('a return within a parallel branch', () => {
  test('that the drawing leads to a draft of the same branch leaves the other branch alone', async () => {
    const run = (
      await Run.of([
        start('s'),
        and('p'),
        draft('w'),
        task('r'),
        xor('x', 'x-w'),
        task('b'),
        and('j'),
        end('e'),
        flows('s>p', 'p>w', 'w>r', 'r>x', 'x>j?verdict = "approve"', 'x>w', 'p>b', 'b>j', 'j>e'),
      ])
    ).complete('w');
    expect(done(contextAt(run, 'r'), ACTS.return).marking.active).toEqual(['w', 'b']);
  });

  test('against the drawing is refused while a branch has stopped with an incident', async () => {
    const run = (
      await Run.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        xor('x'),
        end('e'),
        end('f'),
        flows('s>w', 'w>p', 'p>a', 'a>e', 'p>x', 'x>f?verdict = "approve"'),
      ])
    ).complete('w', { verdict: 'return' });
    expect(run.marking.status).toBe('incident');
    expect(refusal(contextAt(run, 'a'), ACTS.return)).toBe('return-parallel');
  });
});

describe('a return that the token cannot go', () => {
  const cancelling = (inside: string): string =>
    `<bpmn:subProcess id="ev" triggeredByEvent="true"><bpmn:startEvent id="called-off"><bpmn:messageEventDefinition messageRef="M"/></bpmn:startEvent>${inside}</bpmn:subProcess>`;

  test('out of an event sub-process is refused: what it interrupted is gone', async () => {
    const run = (
      await Run.of([
        '',
        start('s'),
        draft('w'),
        task('a'),
        end('e'),
        cancelling(task('confirm') + end('f') + flows('called-off>confirm', 'confirm>f')),
        flows('s>w', 'w>a', 'a>e'),
      ])
    ).complete('w');
    run.message('撤销申请');
    expect(run.marking.active).toEqual(['confirm']);
    expect(refusal(contextAt(run, 'confirm'), ACTS.return)).toBe('return-out-of-reach');
  });

  test('into one instance of a looping sub-process is refused, else to an earlier draft', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
    const each = sub('sp', loop + start('is') + draft('v') + end('ie') + flows('is>v', 'v>ie'));
    const only = (await Run.of([start('s'), each, task('r'), end('e'), flows('s>sp', 'sp>r', 'r>e')])).complete('v');
    expect(refusal(contextAt(only, 'r'), ACTS.return)).toBe('return-out-of-reach');
    const both = (
      await Run.of([start('s'), draft('w'), each, task('r'), end('e'), flows('s>w', 'w>sp', 'sp>r', 'r>e')])
    )
      .complete('w')
      .complete('v');
    expect(done(contextAt(both, 'r'), ACTS.return).marking.active).toEqual(['w']);
  });
});
