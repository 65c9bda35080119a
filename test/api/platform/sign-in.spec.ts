import { testApp, type TestApp } from '../../support/app.js';
import { passwordOf } from '../../support/world.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const signIn = (account: string, password: string) =>
  app.http().post('/api/v1/taishan/session').send({ account, password });

test('the right password opens a session that knows the person, the roles and the rules', async () => {
  const answer = await signIn('gongan', passwordOf('gongan')).expect(201);
  expect(answer.body).toMatchObject({
    person: { name: '陈警官', account: 'gongan' },
    tenant: { id: 'taishan', name: '台山市' },
    memberships: [{ unitId: 'gonganju', unitName: '市公安局', role: 'handler', roleName: '经办人' }],
  });
  expect(answer.body.rules.length).toBeGreaterThan(3);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^chengban_session=taishan\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const again = await app.http().get('/api/v1/taishan/session').set('Cookie', cookie.split(';')[0]!).expect(200);
  expect(again.body).toEqual(answer.body);
});
