import { Run, end, flows, start, task } from '../../../../test/properties/engine/draw.js';

const heard = (id: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:signalEventDefinition signalRef="S1"/></bpmn:intermediateCatchEvent>`;

test('of two events of an event-based gateway that one signal reaches, only the first happens', async () => {
  const run = await Run.of([
    start('s'),
    '<bpmn:eventBasedGateway id="g"/>',
    heard('x'),
    heard('y'),
    task('a'),
    task('b'),
    end('e'),
    flows('s>g', 'g>x', 'g>y', 'x>a', 'y>b', 'a>e', 'b>e'),
  ]);
  run.signal('放行');
  expect(run.marking.active).toEqual(['a']);
  expect(run.effects.filter((each) => each.type === 'wait.cancel')).toHaveLength(2);
});
