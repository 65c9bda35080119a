import { freePlace } from './free-place.js';

const step = { width: 100, height: 80 };

test('a place that is free is taken as it is', () => {
  expect(freePlace({ x: 200, y: 100 }, step, [{ x: 0, y: 60, ...step }])).toEqual({ x: 200, y: 100 });
});

test('a new shape goes below whatever lies there, however much lies there', () => {
  const taken = [
    { x: 150, y: 60, ...step },
    { x: 220, y: 180, ...step },
    { x: 600, y: 60, ...step },
  ];
  expect(freePlace({ x: 200, y: 100 }, step, taken)).toEqual({ x: 200, y: 330 });
});
