import {
  Run,
  and,
  boundary,
  end,
  eventSub,
  flows,
  start,
  startOn,
  sub,
  task,
} from '../../../../test/properties/engine/draw.js';
import type { Marking } from './marking.js';
import { step } from './step.js';

const drawing = [
  start('s'),
  and('p'),
  task('a'),
  boundary('late', 'a', ['timer']),
  sub('sp', start('is') + task('x') + flows('is>x')),
  activityWithInstances('m'),
  eventSub('es', startOn('stop', ['signal']) + task('y') + flows('stop>y')),
  end('e'),
  flows('s>p', 'p>a', 'p>sp', 'p>m', 'a>e', 'late>e', 'sp>e', 'm>e'),
];

function activityWithInstances(id: string): string {
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  return `<bpmn:userTask id="${id}" name="${id}">${loop}</bpmn:userTask>`;
}

describe('a marking that does not fit the flow is refused before anything is done', () => {
  const changes: readonly (readonly [string, (marking: Marking) => object])[] = [
    ['another format', () => ({ format: 1 })],
    ['another behaviour', () => ({ behaviour: 7 })],
    ['no tokens', () => ({ tokens: undefined })],
    ['no variables', () => ({ variables: null })],
    ['a process that is none', () => ({ process: 'other' })],
    ['a token at an unknown node', ({ tokens }) => ({ tokens: tokens.map((each) => ({ ...each, at: 'gone' })) })],
    ['a token of a name that every object has', ({ tokens }) => ({ tokens: [{ ...tokens[0], at: 'toString' }] })],
    ['a token in no scope instance', ({ tokens }) => ({ tokens: tokens.map((each) => ({ ...each, in: 99 })) })],
    ['a token in the wrong scope', ({ tokens }) => ({ tokens: tokens.map((each) => ({ ...each, in: undefined })) })],
    ['two tokens of one number', ({ tokens }) => ({ tokens: [tokens[0], tokens[0], ...tokens.slice(1)] })],
    ['a token beyond the last number', ({ tokens }) => ({ seq: (tokens.at(-1)?.id ?? 0) - 1 })],
    [
      'an instance of nothing',
      ({ tokens }) => ({ tokens: tokens.map((each) => (each.of ? { ...each, of: 99 } : each)) }),
    ],
    [
      'an instance of what is no loop',
      ({ tokens }) => ({ tokens: tokens.map((each) => (each.of ? { ...each, of: tokens[0]?.id } : each)) }),
    ],
    ['the inside of nothing', ({ scopes }) => ({ scopes: scopes?.map((each) => ({ ...each, host: 99 })) })],
    [
      'the inside of another activity',
      ({ scopes, tokens }) => ({ scopes: scopes?.map((each) => ({ ...each, host: tokens[0]?.id })) }),
    ],
    ['an unknown scope', ({ scopes }) => ({ scopes: scopes?.map((each) => ({ ...each, scope: 'gone' })) })],
    ['a scope around it that is none', ({ scopes }) => ({ scopes: scopes?.map((each) => ({ ...each, in: 99 })) })],
    [
      'a sub-process without its activity',
      ({ scopes }) => ({ scopes: scopes?.map((each) => ({ ...each, host: undefined })) }),
    ],
    ['a timer of an unknown event', ({ timers }) => ({ timers: timers?.map((each) => ({ ...each, node: 'gone' })) })],
    ['a timer on nothing', ({ timers }) => ({ timers: timers?.map((each) => ({ ...each, on: 99 })) })],
    [
      'a timer on another token',
      ({ timers, tokens }) => ({ timers: timers?.map((each) => ({ ...each, on: tokens[1]?.id })) }),
    ],
    ['an active node without a token', ({ active }) => ({ active: [...active, 'e'] })],
    ['a waiting node that is not active', ({ active }) => ({ active: active.slice(1) })],
    ['active nodes out of order', ({ active }) => ({ active: active.toReversed() })],
    ['an active node twice', ({ active }) => ({ active: [active[0], ...active] })],
    ['an incident without one', () => ({ status: 'incident' })],
    ['an incident at no token', () => ({ status: 'incident', incidents: [{ nodeId: 'a', token: 99 }] })],
    ['something to undo that is not in the flow', () => ({ root: { completed: [{ node: 'gone' }] } })],
  ];
  const event = { type: 'complete', nodeId: 'a', variables: {} } as const;

  test.each(changes)('%s', async (_what, change) => {
    const { workflow, marking } = await Run.of(drawing);
    const broken = { ...marking, ...change(marking) } as Marking;
    expect(step(workflow, broken, event, 0)).toMatchObject({ ok: false, error: { code: 'broken-marking' } });
  });

  test('and what the engine wrote itself is not', async () => {
    const run = await Run.of(drawing);
    expect(run.marking).toMatchObject({
      active: ['a', 'm', 'x'],
      scopes: [{ scope: 'sp' }],
      timers: [{ node: 'late' }],
    });
    run.complete('m').complete('x').signal('放行');
    expect(run.marking.active).toEqual(['y']);
  });
});
