import fc from 'fast-check';
import type { Effect, Marking, StepEvent } from '@chengban/domain';
import { propertyRuns } from '../../support/property-runs.js';
import { Run, compiledFile } from './draw.js';
import { CALLED, Draughtsman } from './every-element.js';
import { OpenWork } from './open-work.js';

const dice = fc.array(fc.nat(10_000), { minLength: 10, maxLength: 120 });

/** Everything that may happen to an instance that stands so. */
function happenings({ tokens, timers = [], incidents = [] }: Marking, work: OpenWork): readonly StepEvent[] {
  const at = new Map(tokens.map((token) => [token.id, token.at]));
  const variables = {};
  return [
    ...work.tasks().map(([nodeId, token]): StepEvent => ({ type: 'complete', nodeId, token, variables })),
    ...work.jobs().flatMap(([nodeId, token]): StepEvent[] => [
      { type: 'job', nodeId, token, result: { kind: 'done', variables } },
      { type: 'job', nodeId, token, result: { kind: 'error', code: 'late' } },
      { type: 'job', nodeId, token, result: { kind: 'failed', message: '没有回应' } },
    ]),
    ...timers.map(({ node: nodeId, on: token }): StepEvent => ({ type: 'timer', nodeId, token })),
    ...work
      .waits()
      .map(([nodeId, token, name, kind]): StepEvent =>
        kind === 'signal' ? { type: 'signal', name, variables } : { type: 'message', name, nodeId, token, variables },
      ),
    ...incidents.map(({ nodeId, token }): StepEvent => ({ type: 'retry', nodeId, token, variables })),
    ...[0, 1, 2, 3].map((n): StepEvent => ({ type: 'change', variables: { n, hot: n % 2 === 0 } })),
    ...(at.size > 20 ? [{ type: 'terminate', outcome: 'withdrawn' } as const] : []),
  ];
}

/** Done without anything going wrong: the work of the flow, and the messages and signals that it waits for on its way. */
function nextWork(marking: Marking, work: OpenWork, turn: number): StepEvent | undefined {
  const events = happenings(marking, work);
  const done = events.find(
    (event) => event.type === 'complete' || (event.type === 'job' && event.result.kind === 'done'),
  );
  if (done) return done;
  const names = new Set(work.waits().flatMap(([nodeId, , name]) => (/^[rc]/.test(nodeId) ? [name] : [])));
  const rest = events.filter(
    (event) =>
      event.type === 'retry' ||
      (event.type === 'signal' && names.has(event.name)) ||
      (event.type === 'message' && /^[rc]/.test(event.nodeId ?? '')),
  );
  return rest[((turn * 7919) % 101) % rest.length];
}

function play(run: Run, numbers: readonly number[]): void {
  const work = new OpenWork(run.workflow.compiled);
  work.take(run.effects, null);
  work.compare(run.marking);
  const go = (event: StepEvent | undefined): boolean => {
    if (event === undefined) return false;
    run.on(event);
    work.take(run.effects, event);
    work.compare(run.marking);
    return true;
  };
  for (const number of numbers) {
    if (run.marking.status === 'completed') break;
    const events = happenings(run.marking, work);
    if (!go(events[number % events.length])) break;
  }
  // quiet now: work that is simply done leads to the end
  if (run.marking.status !== 'completed') go({ type: 'change', variables: { n: 0, hot: false } });
  for (let turn = 0; run.marking.status !== 'completed' && turn < 400; turn++) {
    if (!go(nextWork(run.marking, work, turn))) break;
  }
  if (run.marking.status !== 'completed') throw new Error(`did not end: ${JSON.stringify(run.marking)}`);
  work.isEmpty();
}

test('whatever happens, the world has been asked for exactly what the marking says, and work done leads to the end', async () => {
  await fc.assert(
    fc.asyncProperty(dice, fc.array(fc.nat(10_000), { maxLength: 25 }), async (drawn, acted) => {
      const parts = new Draughtsman(drawn).flow();
      const run = Run.from(await compiledFile(parts, CALLED), { n: 0, hot: false });
      try {
        play(run, acted);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : ''} in ${parts.join('')}`, { cause: error });
      }
    }),
    { numRuns: propertyRuns(150) },
  );
}, 600_000);

test('the ledger sees a task that nobody asked for', async () => {
  const opened: Effect = { type: 'task.open', nodeId: 'a', token: 1 };
  const work = new OpenWork(await compiledFile([], ''));
  work.take([opened], null);
  const marking = { tokens: [], active: [] } as unknown as Marking;
  expect(() => work.compare(marking)).toThrow();
});
