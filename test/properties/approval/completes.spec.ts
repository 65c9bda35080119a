// Whether a marking comes to its end is told by positions alone; here the engine itself tries, with every answer there is.
import fc from 'fast-check';
import { loadWorkflow, startInstance, step } from '@chengban/domain';
import type { JsonObject, Standing, StepEvent, Workflow } from '@chengban/domain';
import { completesProperly } from '../../../libs/domain/src/run/completion/completes.js';
import { compiled } from '../engine/draw.js';
import { propertyRuns } from '../../support/property-runs.js';
import { end, flows, start, task } from '../engine/draw.js';

type Marking = Standing['marking'];

/** Small flows of tasks and gateways, matched or not. */
const FLOWS = fc.record({
  kinds: fc.array(fc.constantFrom('task', 'task', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway'), {
    minLength: 2,
    maxLength: 6,
  }),
  links: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 7 })), { minLength: 2, maxLength: 9 }),
});

interface Drawn {
  readonly parts: readonly string[];
  readonly choices: readonly string[];
}

function draw({ kinds, links }: { kinds: readonly string[]; links: readonly (readonly [number, number])[] }): Drawn {
  const ids = kinds.map((_, at) => `n${at}`);
  const all = ['s', ...ids, 'e'];
  const line = all.slice(1).map((to, at) => `${all[at]}>${to}`);
  const more = links
    .map(([from, to]) => `${all[from % (all.length - 1)]}>${all[1 + (to % (all.length - 1))]}`)
    .filter((each) => !each.startsWith('s>'));
  const edges = [...new Set([...line, ...more])].filter((each) => each.split('>')[0] !== each.split('>')[1]);
  const outOf = (id: string): readonly string[] => edges.filter((each) => each.startsWith(`${id}>`));
  const chooses = (id: string): boolean =>
    /exclusive|inclusive/.test(kinds[ids.indexOf(id)] ?? '') && outOf(id).length > 1;
  const choices: string[] = [];
  const drawn = edges.map((edge) => {
    const [from = '', to = ''] = edge.split('>');
    if (!chooses(from) || outOf(from).at(-1) === edge) return edge;
    choices.push(`${from}_${to}`);
    return `${edge}?choice.${from}_${to}`;
  });
  const nodes = ids.map((id, at) => {
    const fallback = chooses(id) ? ` default="${(outOf(id).at(-1) ?? '').replace('>', '-')}"` : '';
    return kinds[at] === 'task' ? task(id) : `<bpmn:${kinds[at]} id="${id}"${fallback}/>`;
  });
  return { parts: [start('s'), ...nodes, end('e'), flows(...drawn)], choices };
}

/** Every standing that the engine comes to from here, by every choice; null where there are too many. */
function everywhere(workflow: Workflow, first: Marking, choices: readonly string[]): 'yes' | 'no' | null {
  const answers = Array.from({ length: 2 ** Math.min(choices.length, 5) }, (_, bits): JsonObject =>
    Object.fromEntries(choices.map((name, at) => [name, ((bits >> at) & 1) === 1])),
  );
  const text = ({ status, tokens }: Marking): string =>
    status === 'completed' ? '' : JSON.stringify(tokens.map(({ at, via, idle }) => [at, via, idle]).sort());
  const seen = new Map<string, readonly string[]>();
  const queue: Marking[] = [first];
  for (const at of queue) {
    if (seen.has(text(at))) continue;
    if (seen.size > 150) return null;
    const places = at.tokens.map((token) => `${token.at} ${token.via ?? ''}`);
    if (new Set(places).size < places.length) return 'no';
    const next = at.active.flatMap((nodeId) =>
      answers.flatMap((choice): Marking[] => {
        const event: StepEvent = { type: 'complete', nodeId, variables: { choice } };
        const done = step(workflow, at, event, 0);
        return done.ok ? [done.value.marking] : [];
      }),
    );
    seen.set(text(at), next.map(text));
    queue.push(...next.filter(({ status }) => status !== 'completed'));
  }
  const ends = new Set(['']);
  for (let grew = true; grew;) {
    grew = false;
    for (const [from, tos] of seen)
      if (!ends.has(from) && tos.some((to) => ends.has(to))) {
        ends.add(from);
        grew = true;
      }
  }
  return [...seen.keys()].every((each) => ends.has(each)) ? 'yes' : 'no';
}

const told = { yes: 0, no: 0, unknown: 0 };

test('where it says that a flow comes to its end, the engine does, whatever is chosen', async () => {
  await fc.assert(
    fc.asyncProperty(FLOWS, async (office) => {
      const { parts, choices } = draw(office);
      const workflow = loadWorkflow(await compiled(...parts), 'hash');
      const none = Object.fromEntries(choices.map((name) => [name, false]));
      const started = startInstance(workflow, { choice: none }, 0, 'hash');
      if (!started.ok || started.value.marking.status === 'completed') return;
      const says = completesProperly(workflow, started.value.marking);
      told[says] += 1;
      if (says !== 'yes') return;
      expect(everywhere(workflow, started.value.marking, choices)).not.toBe('no');
    }),
    { numRuns: propertyRuns(200) },
  );
}, 3_600_000);

test('both answers are given, and hardly ever none', () => {
  expect(told.yes).toBeGreaterThan(10);
  expect(told.no).toBeGreaterThan(10);
  expect(told.unknown).toBeLessThan(told.yes + told.no);
});
