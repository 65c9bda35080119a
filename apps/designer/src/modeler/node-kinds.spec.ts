import { supportOf } from '@chengban/domain';
import { elementKey } from '../../../../libs/web/src/dictionary/kind-names';
import { allKinds, everydayKinds, inGroups, moreKinds } from './node-kinds.js';

const keyOf = ({ type, shape, properties }: (typeof allKinds)[number]): string =>
  elementKey({
    $type: type,
    ...(shape?.['eventDefinitionType'] !== undefined && {
      eventDefinitions: [{ $type: String(shape['eventDefinitionType']) }],
    }),
    triggeredByEvent: properties?.['triggeredByEvent'] === true,
  });

test('everything that can be drawn is run by the engine', () => {
  const refused = allKinds.filter((kind) => supportOf(keyOf(kind)).status !== 'runs');
  expect(refused.map(({ id }) => id)).toEqual([]);
});

test('every kind has a name of its own and speaks Chinese', () => {
  expect(new Set(allKinds.map(({ id }) => id)).size).toBe(allKinds.length);
  expect(new Set(allKinds.map(({ label }) => label)).size).toBe(allKinds.length);
  for (const { label, hint } of allKinds) expect(`${label}${hint}`).not.toMatch(/[A-Za-z]/);
});

test('the palette shows a screenful at once, and the rest behind «更多»', () => {
  expect(everydayKinds.length).toBeLessThanOrEqual(15);
  expect(inGroups(everydayKinds).map(([group]) => group)).toEqual(['task', 'branch', 'event']);
  expect(inGroups(moreKinds).map(([group]) => group)).toEqual(['task', 'automatic', 'branch', 'event']);
});

test('a timer that is put on the canvas is due at some time', () => {
  const timers = allKinds.filter(({ shape }) => shape?.['eventDefinitionType'] === 'bpmn:TimerEventDefinition');
  expect(timers.filter(({ timer }) => timer === undefined)).toEqual([]);
});
