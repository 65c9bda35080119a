import { withSeats } from './outside-drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

test('three seats have three tasks; two approvals are enough and close the third', async () => {
  await play.publish('with-seats', withSeats(false));
  const { instanceId } = await play.run('with-seats');
  const seats = await play.openTasks(instanceId, 'seat');
  expect(seats).toHaveLength(3);
  const desk = await c.as('sifa-jingban');
  await desk.post(`/tasks/${seats[2]!.id}/approve`).send({}).expect(200);
  expect(await play.openTasks(instanceId, 'seat')).toEqual(seats.slice(0, 2));
  await desk.post(`/tasks/${seats[0]!.id}/approve`).send({}).expect(200);
  expect(await play.openTasks(instanceId, 'seat')).toEqual([]);
  expect(await play.active(instanceId)).toEqual(['after']);
  expect((await desk.post(`/tasks/${seats[1]!.id}/approve`).send({}).expect(409)).body.code).toBe('task-closed');
  expect(await play.isSound(instanceId)).toBe(true);
});

test('seats one after the other have one task at a time', async () => {
  await play.publish('with-seats', withSeats(true));
  const { instanceId } = await play.run('with-seats');
  for (const _ of [1, 2]) {
    const [seat, ...more] = await play.openTasks(instanceId, 'seat');
    expect(more).toEqual([]);
    await (await c.as('sifa-jingban')).post(`/tasks/${seat!.id}/approve`).send({}).expect(200);
  }
  expect(await play.active(instanceId)).toEqual(['after']);
  expect(await play.isSound(instanceId)).toBe(true);
});
