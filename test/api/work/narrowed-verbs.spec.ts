import { PDF, city, offered, type City } from './city.js';
import { DESK, REVIEWER, inARow, userTask } from './approval-drawings.js';
import { player, type Player } from './player.js';

// What a node leaves out is offered on no page and refused by every route, also where it does not move the flow.

let c: City;
let play: Player;
let instanceId: string;
let obligationId: string;
const NARROW = 'chengban:verbs="approve return"';
const CLOSED = { code: 'not-at-this-node', title: '这个环节没有开放这个操作。' };
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

const first = async (verbs: string): Promise<void> => {
  const tasks = { first: userTask('first', verbs, DESK), second: userTask('second', '', REVIEWER) };
  await play.publish('narrow', inARow('narrow', tasks));
  ({ instanceId, obligationId } = await play.run('narrow'));
};

const post = async (account: string, path: string, body: object) =>
  (await c.as(account)).post(`/instances/${instanceId}${path}`).send(body);
const page = async (account: string, path = '') =>
  (await c.as(account)).get(`/instances/${instanceId}${path}`).expect(200);
const say = () => post('dajiang', '/comments', { text: '请看一下', scope: 'matter' });
const send = async (kind: 'cc' | 'circulate') =>
  post('dajiang', '/copies', { kind, personIds: [(await c.as('shuili')).personId] });

test('撤回 and 催办 left out at a node are refused there, on the page and by the route, and open at the next', async () => {
  await first(NARROW);
  for (const [verb, body] of [
    ['withdraw', { reason: '看错了' }],
    ['urge', {}],
  ] as const) {
    expect(offered(await page('dajiang'), verb)).toMatchObject({ allowed: false, code: CLOSED.code });
    const refused = await post('dajiang', `/${verb}`, body);
    expect([verb, refused.status]).toEqual([verb, 422]);
    expect(refused.body).toMatchObject({ ...CLOSED, detail: expect.stringContaining('流程管理员') });
  }
  await play.act('sifa-jingban', instanceId, 'first');
  expect(offered(await page('dajiang'), 'urge')).toMatchObject({ allowed: true });
  expect((await post('sifa-jingban', '/withdraw', { reason: '看错了' })).status).toBe(200);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('沟通 left out at a node: the thread says why, and takes neither words nor files nor searches people', async () => {
  await first(NARROW);
  const thread = (await page('dajiang', '/comments')).body;
  expect(thread).toMatchObject({ audiences: [], refusal: expect.stringContaining('没有开放') });
  const refused = await say();
  expect([refused.status, refused.body.code]).toEqual([422, CLOSED.code]);
  const unit = await c.as('dajiang');
  const file = await unit.post(`/instances/${instanceId}/comments/files`).attach('file', PDF, 'a.pdf');
  expect([file.status, file.body.code]).toEqual([422, CLOSED.code]);
  await unit.get(`/instances/${instanceId}/comments/people`).expect(422);
  await play.act('sifa-jingban', instanceId, 'first');
  expect((await say()).status).toBe(201);
  expect((await page('dajiang', '/comments')).body.refusal).toBeNull();
});

test('抄送 and 传阅 are left out one by one', async () => {
  await first('chengban:verbs="approve return cc"');
  expect((await page('dajiang', '/copies')).body).toMatchObject({ kinds: ['cc'], refusal: null });
  const refused = await send('circulate');
  expect([refused.status, refused.body.code]).toEqual([422, CLOSED.code]);
  expect((await send('cc')).status).toBe(201);
  await first(NARROW);
  expect((await page('dajiang', '/copies')).body).toMatchObject({
    kinds: [],
    refusal: expect.stringContaining('没有开放'),
  });
  expect((await send('cc')).status).toBe(422);
  await play.act('sifa-jingban', instanceId, 'first');
  await play.act('sifa-shenhe', instanceId, 'second');
  // a matter that is over stands nowhere, and may be sent to be read
  expect((await page('dajiang', '/copies')).body).toMatchObject({ kinds: ['cc', 'circulate'], refusal: null });
  expect((await send('circulate')).status).toBe(201);
});

test('延期申请 left out at a node is refused while the work stands there, and begins at the next', async () => {
  await first(NARROW);
  const unit = await c.as('dajiang');
  const obligation = () => unit.get(`/obligations/${obligationId}`).expect(200);
  expect(offered(await obligation(), 'extend')).toMatchObject({ allowed: false, code: CLOSED.code });
  const refused = await unit.post(`/obligations/${obligationId}/extension`).send({});
  expect([refused.status, refused.body.code]).toEqual([422, CLOSED.code]);
  await play.act('sifa-jingban', instanceId, 'first');
  expect(offered(await obligation(), 'extend')).toMatchObject({ allowed: true });
  await unit.post(`/obligations/${obligationId}/extension`).send({}).expect(201);
});

test('whoever has no part in the matter learns that first, and nothing of the drawing', async () => {
  await first(NARROW);
  expect((await page('shizhang', '/copies')).body).toMatchObject({
    kinds: [],
    refusal: expect.stringContaining('不参与办理'),
  });
  expect((await post('shuili', '/comments', { text: '请看', scope: 'matter' })).status).toBe(404);
});
