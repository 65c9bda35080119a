import { Run, and, end, flows, start, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.6.5, §13.4.5, table 13.5.

const complex = (id: string, condition: string, attributes = ''): string =>
  `<bpmn:complexGateway id="${id}" ${attributes}><bpmn:activationCondition xsi:type="bpmn:tFormalExpression"><![CDATA[${condition}]]></bpmn:activationCondition></bpmn:complexGateway>`;

const three = (gateway: string, ...out: readonly string[]) => [
  start('s'),
  and('p'),
  task('a'),
  task('b'),
  task('c'),
  gateway,
  flows('s>p', 'p>a', 'p>b', 'p>c', 'a>g', 'b>g', 'c>g'),
  ...out,
];

describe('a complex gateway', () => {
  const twoOfThree = three(complex('g', 'activationCount >= 2'), task('after'), flows('g>after'));

  test('goes on as soon as its condition holds, and takes the late tokens without going on again', async () => {
    const run = await Run.of(twoOfThree);
    expect(run.complete('a').active).toEqual(['b', 'c']);
    expect(run.complete('b').active).toEqual(['c', 'after']);
    expect(run.marking.root).toEqual({ fired: { g: ['a-g', 'b-g'] } });
    expect(run.complete('c').active).toEqual(['after']);
    expect(run.marking.root).toBeUndefined();
    expect(run.complete('after').marking.status).toBe('completed');
  });

  test('may ask the variables', async () => {
    const run = await Run.of(three(complex('g', '急 = true or activationCount = 3'), task('after'), flows('g>after')), {
      急: false,
    });
    expect(run.complete('a').active).toEqual(['b', 'c']);
    expect(run.complete('b', { 急: true }).active).toEqual(['c', 'after']);
  });

  test('with a condition that gives no answer is an incident until the data are there', async () => {
    const run = await Run.of(three(complex('g', '急'), task('after'), flows('g>after')));
    expect(run.complete('a').marking.incidents).toMatchObject([{ nodeId: 'g', code: 'condition-problem' }]);
    expect(run.retry('g', { 急: true }).active).toContain('after');
  });

  test('asks the conditions of its flows again when it begins anew, telling them so', async () => {
    const run = await Run.of(
      three(
        complex('g', 'activationCount >= 2'),
        task('first'),
        task('rest'),
        end('e'),
        flows('g>first?waitingForStart', 'g>rest?not(waitingForStart)', 'first>e', 'rest>e'),
      ),
    );
    expect(run.complete('a').complete('b').active).toEqual(['c', 'first']);
    expect(run.complete('c').active).toEqual(['first', 'rest']);
  });

  test('without a condition joins like an inclusive gateway', async () => {
    const run = await Run.of(three('<bpmn:complexGateway id="g"/>', task('after'), flows('g>after')));
    expect(run.complete('a').complete('b').active).toEqual(['c']);
    expect(run.complete('c').active).toEqual(['after']);
  });
});
