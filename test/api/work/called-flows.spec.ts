import { legalReview, WITH_CALL } from './outside-drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

test('a call is bound to what is published now; a later version changes nothing that runs', async () => {
  const admin = await c.as('admin');
  await admin.post('/definitions').send({ key: 'with-call', name: 'with-call', xml: WITH_CALL }).expect(201);
  const refused = await admin
    .post('/definitions/with-call/versions')
    .send({ xml: WITH_CALL, note: '测试', basedOn: 0 })
    .expect(422);
  expect(refused.body.findings).toContainEqual(
    expect.objectContaining({ code: 'called-flow-unknown', severity: 'error' }),
  );
  await play.publish('legal-review', legalReview('lawyer'));
  await play.publish('with-call', WITH_CALL);
  const { instanceId } = await play.run('with-call');
  await play.publish('legal-review', legalReview('lawyer', 'chief'));
  expect(await play.active(instanceId)).toEqual(['legal-review/lawyer']);
  await play.act('sifa-jingban', instanceId, 'legal-review/lawyer');
  expect(await play.active(instanceId)).toEqual(['after']);
  expect(await play.isSound(instanceId)).toBe(true);
});
