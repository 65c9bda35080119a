import { ACTS, contextAt, done, refusal } from '../../../../test/properties/engine/acts.js';
import { Run, and, draft, end, flows, start, sub, task, xor } from '../../../../test/properties/engine/draw.js';
import { Matter } from '../../../../test/properties/approval/matter.js';
import type { TaskAct } from './act.js';

const UNITS = '["公安局", "水利局", "住建局"]';
const APPROVE: TaskAct = { verb: 'approve' };
const RETURN: TaskAct = { verb: 'return', reason: '请补正' };

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

/** The place of a unit, by its token. */
function placeOf(matter: Matter, unit: string): string {
  const token = matter.standing.marking.tokens.find((each) => each.data?.['unit'] === unit);
  return `sign#${token?.id ?? 0}`;
}

const approve = (matter: Matter, unit: string): Matter => matter.do('乙', placeOf(matter, unit), APPROVE);

describe('where several tasks wait at one node', () => {
  test('an approval counts for the seat it was given at', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    const seat = matter.seatOf('乙', placeOf(matter, '水利局')).id;
    approve(matter, '水利局');
    expect(matter.standing.marking.tokens.flatMap(({ data }) => data?.['unit'] ?? [])).toEqual(['公安局', '住建局']);
    expect(matter.refused('乙', seat, APPROVE)).toBe('task-closed');
    approve(matter, '住建局');
    approve(matter, '公安局');
    expect(matter.standing.marking).toMatchObject({
      status: 'completed',
      variables: { opinions: [{ unit: '公安局' }, { unit: '水利局' }, { unit: '住建局' }] },
    });
  });

  test('a task whose token is gone is refused, though others wait at its node', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    const before = matter.context('乙', placeOf(matter, '水利局'));
    approve(matter, '水利局');
    expect(matter.refused('乙', before.seat, APPROVE)).toBe('task-closed');
    expect(matter.tasks).toHaveLength(2);
  });

  test('a seat that never was is refused rather than guessed at', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    expect(matter.refused('乙', 99, APPROVE)).toBe('task-closed');
  });
});

describe('a return from a seat', () => {
  test('takes the whole of the signing along, and cancels the tasks of the others', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    matter.do('乙', placeOf(matter, '公安局'), RETURN);
    expect(matter.standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(matter.seats.map((each) => (each.type === 'close' ? each.how : each.type))).toEqual([
      'done',
      'cancelled',
      'cancelled',
      'open',
    ]);
  });

  test('whose work comes back stands again as it stood, those who had signed included', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    approve(matter, '公安局');
    matter.do('乙', placeOf(matter, '住建局'), RETURN).submit('w');
    expect(matter.standing.marking.tokens.flatMap(({ data }) => data?.['unit'] ?? [])).toEqual(['水利局', '住建局']);
    approve(matter, '水利局');
    expect(approve(matter, '住建局').standing.marking.status).toBe('completed');
  });

  test('that is the last one open, with the way walked again, asks everybody again', async () => {
    const matter = (await Matter.of(plain(seats('sign')))).submit('w');
    approve(matter, '公安局');
    approve(matter, '水利局');
    matter.do('乙', placeOf(matter, '住建局'), { ...RETURN, after: 'replay' });
    expect(matter.standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(matter.submit('w').tasks).toHaveLength(3);
  });

  test('of a signing in order goes back at once', async () => {
    const matter = (await Matter.of(plain(seats('sign', 'isSequential="true"')))).submit('w');
    matter.do('乙', placeOf(matter, '公安局'), RETURN);
    expect(matter.standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
  });

  test('ends the signing where the drawing says so: the other seats are cancelled, the draft opens', async () => {
    const first = '<bpmn:completionCondition><![CDATA[verdict = "return"]]></bpmn:completionCondition>';
    const matter = (
      await Matter.of(
        signing(
          seats('sign', '', first),
          xor('x', 'x-w'),
          end('e'),
          flows('s>w', 'w>sign', 'sign>x', 'x>e?verdict = "approve"', 'x>w'),
        ),
      )
    ).submit('w');
    matter.do('乙', placeOf(matter, '水利局'), RETURN);
    expect(matter.standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(matter.effects.filter(({ type }) => type === 'task.cancel')).toHaveLength(2);
    expect(matter.standing.marking.variables['opinions']).toEqual([null, { unit: '水利局', verdict: 'return' }]);
  });
});

describe('a return within a parallel branch', () => {
  test('that the drawing leads to a draft of the same branch leaves the other branch alone', async () => {
    const matter = (
      await Matter.of([
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
    ).submit('w');
    expect(matter.return('r').active).toEqual(['w', 'b']);
  });

  test('against the drawing cancels a sibling that has stopped with an incident, which comes back with the work', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        xor('x'),
        end('e'),
        end('f'),
        flows('s>w', 'w>p', 'p>a', 'a>e', 'p>x', 'x>f?form.ok = true'),
      ])
    ).submit('w');
    const stopped = matter.standing.marking.incidents;
    expect(stopped).toMatchObject([{ nodeId: 'x', code: 'no-branch-true' }]);
    matter.return('a');
    expect(matter.standing.marking).toMatchObject({ active: ['w'], status: 'running' });
    matter.submit('w');
    expect(matter.standing.marking).toMatchObject({ active: ['a', 'x'], incidents: stopped });
  });
});

describe('a return that the token cannot go', () => {
  const cancelling = (inside: string): string =>
    `<bpmn:subProcess id="ev" triggeredByEvent="true"><bpmn:startEvent id="called-off"><bpmn:messageEventDefinition messageRef="M"/></bpmn:startEvent>${inside}</bpmn:subProcess>`;

  test('out of an event sub-process is refused: what it interrupted is gone', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        task('a'),
        end('e'),
        cancelling(task('confirm') + end('f') + flows('called-off>confirm', 'confirm>f')),
        flows('s>w', 'w>a', 'a>e'),
      ])
    ).submit('w');
    matter.event({ type: 'message', name: '撤销申请', variables: {} });
    expect(matter.active).toEqual(['confirm']);
    expect(matter.refused('乙', 'confirm', RETURN)).toBe('return-out-of-reach');
  });

  const loop =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  const each = sub('sp', loop + start('is') + draft('v') + end('ie') + flows('is>v', 'v>ie'));

  test('into one instance of a looping sub-process undoes that instance, and leads to the draft in it', async () => {
    const matter = (await Matter.of([start('s'), each, task('r'), end('e'), flows('s>sp', 'sp>r', 'r>e')])).submit('v');
    expect(matter.return('r').active).toEqual(['v']);
    expect(matter.submit('v').active).toEqual(['r']);
  });

  test('of an instance that is older than its trail is refused there, else led to an earlier draft', async () => {
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
