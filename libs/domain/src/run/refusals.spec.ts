import { Run, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { startInstance } from './start-instance.js';
import { step } from './step.js';
import { loadWorkflow } from './workflow.js';

const line = [start('s'), task('a'), task('b'), end('e', 'filed'), flows('s>a', 'a>b', 'b>e')];

describe('what is refused changes nothing and says why', () => {
  test.each<[string, (run: Run) => unknown]>([
    ['unknown-node', (run) => run.complete('nowhere')],
    ['unknown-node', (run) => run.complete('toString')],
    ['not-active', (run) => run.complete('b')],
    ['not-a-task', (run) => run.complete('s')],
    ['not-a-task', (run) => run.fire('a')],
    ['instance-completed', (run) => run.complete('a').complete('b').complete('b')],
  ])('%s', async (code, act) => {
    const run = await Run.of(line);
    expect(() => act(run)).toThrow(code);
  });

  test('a marking of another definition', async () => {
    const { workflow, marking } = await Run.of(line);
    const event = { type: 'complete', nodeId: 'a', variables: {} } as const;
    const known = loadWorkflow(workflow.compiled, 'other');
    expect(step(known, marking, event, 0)).toMatchObject({ error: { code: 'wrong-definition' } });
    expect(startInstance(known, {}, 0, 'hash')).toMatchObject({ error: { code: 'wrong-definition' } });
  });

  test('the same step twice gives the same answer', async () => {
    const { workflow, marking } = await Run.of(line);
    const event = { type: 'complete', nodeId: 'a', variables: { round: 1 } } as const;
    expect(step(workflow, marking, event, 5)).toEqual(step(workflow, marking, event, 5));
  });
});
