import { SeedDefinitionsUseCase } from '../../../apps/api/src/definitions/seed-definitions.use-case.js';
import { testApp, type TestApp } from '../../support/app.js';
import { OBLIGATIONS } from '../../support/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.app.get(SeedDefinitionsUseCase).execute('taishan');
});
afterAll(() => app.close());

test('an obligation leads those who may act to its task, and tells the others only where it stands', async () => {
  const path = `/obligations/${OBLIGATIONS.gonganNovember}`;
  const [handler, colleague, supervisor] = [
    await app.signIn('gongan'),
    await app.signIn('gongan2'),
    await app.signIn('sifa-shenhe'),
  ];
  const started = await handler.post(`${path}/start`).send({});
  expect([started.status, started.body.taskId]).toEqual([201, expect.any(String)]);
  const { instanceId, taskId } = started.body;
  for (const client of [handler, colleague]) {
    const { body } = await client.get(path).expect(200);
    expect(body).toMatchObject({ status: 'drafting', statusName: '填报中', instanceId, openTaskId: taskId });
    expect(body.offers).toContainEqual(
      expect.objectContaining({ verb: 'start', allowed: false, code: 'already-started' }),
    );
  }
  const seen = await supervisor.get(path).expect(200);
  expect(seen.body).toMatchObject({ status: 'drafting', instanceId, openTaskId: null });
  const { items } = (await handler.get('/obligations?status=drafting').expect(200)).body;
  expect(items.map((item: { openTaskId: string }) => item.openTaskId)).toEqual([taskId]);
});
