import { city, GOOD_FORM, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

test('smoke', async () => {
  const id = await c.obligation();
  const gongan = await c.as('gongan');
  const started = await gongan.post(`/obligations/${id}/start`).send({});
  console.log(started.status, started.body);
  const page = await gongan.get(`/tasks/${started.body.taskId}`);
  console.log(page.status, JSON.stringify(page.body, null, 1));
  const sub = await gongan.post(`/tasks/${started.body.taskId}/submit`).send({ data: GOOD_FORM, evidenceIds: [] });
  console.log(sub.status, JSON.stringify(sub.body, null, 1));
  const inst = await gongan.get(`/instances/${started.body.instanceId}`);
  console.log(inst.status, JSON.stringify(inst.body, null, 1));
});
