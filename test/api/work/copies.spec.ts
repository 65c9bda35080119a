import { v7 } from 'uuid';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import type { SignedInClient } from '../../support/app.js';
import { beside, DESK, LEADER, REVIEWER, userTask } from './approval-drawings.js';
import { city, GOOD_FORM, submitted, type City } from './city.js';
import { player } from './player.js';

let c: City;
beforeAll(async () => (c = await city()));
afterAll(() => c?.close());

const deliver = (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute();
const idOf = async (account: string): Promise<string> => (await c.as(account)).personId;

interface Copying {
  kind?: 'cc' | 'circulate';
  to?: string[];
  roles?: { unitId: string; role: string }[];
  note?: string;
}

async function copy(account: string, instanceId: string, { kind = 'cc', to = [], roles = [], note = '' }: Copying) {
  const personIds = await Promise.all(to.map(idOf));
  return (await c.as(account)).post(`/instances/${instanceId}/copies`).send({ kind, personIds, roles, note });
}

const panel = async (account: string, instanceId: string) =>
  (await (await c.as(account)).get(`/instances/${instanceId}/copies`).expect(200)).body;
const mine = async (account: string) => (await (await c.as(account)).get('/copies').expect(200)).body;
const open = async (account: string, instanceId: string) =>
  (await (await c.as(account)).post(`/instances/${instanceId}/copies/open`).send({}).expect(200)).body.items;
const notesOf = async (account: string, instanceId: string): Promise<{ kind: string; title: string }[]> =>
  (await (await c.as(account)).get('/notifications?limit=200').expect(200)).body.items.filter(
    (item: { instanceId: string; kind: string }) => item.instanceId === instanceId && item.kind.startsWith('copy.'),
  );

/** Everything of one matter that may be read, with what each answers to somebody who may not. */
async function paths(instanceId: string, obligationId: string, evidenceId: string): Promise<string[]> {
  const [submission] = await c.sql<{ id: string }>('SELECT id FROM submission WHERE instance_id = $1', [instanceId]);
  return [
    `/obligations/${obligationId}`,
    `/instances/${instanceId}`,
    `/instances/${instanceId}/xml`,
    `/instances/${instanceId}/comments`,
    `/instances/${instanceId}/copies`,
    `/submissions/${submission!.id}`,
    `/evidence/${evidenceId}/content`,
  ];
}
const statuses = async (client: SignedInClient, all: string[]): Promise<number[]> => {
  const answers: number[] = [];
  for (const path of all) answers.push((await client.get(path)).status);
  return answers;
};

test('a copy lets one person read that matter, and no other person and no other matter', async () => {
  const copied = await submitted(c);
  const other = await submitted(c);
  const reader = await c.as('shuili');
  const all = await paths(copied.instanceId, copied.obligationId, copied.evidenceId);
  expect(new Set(await statuses(reader, all))).toEqual(new Set([404]));
  expect((await copy('gongan', copied.instanceId, { to: ['shuili'] })).body).toEqual({ made: 1, waiting: [] });
  expect(new Set(await statuses(reader, all))).toEqual(new Set([200]));
  const others = await paths(other.instanceId, other.obligationId, other.evidenceId);
  expect(new Set(await statuses(reader, others))).toEqual(new Set([404]));
  expect(new Set(await statuses(await c.as('dajiang'), all))).toEqual(new Set([404]));
  const list = async (path: string): Promise<unknown[]> =>
    (await reader.get(path).expect(200)).body.items.map(
      (item: { obligationId?: string; id: string }) => item.obligationId ?? item.id,
    );
  expect(await list('/submissions')).toEqual([copied.obligationId]);
  expect(await list('/obligations?limit=200')).not.toContain(other.obligationId);
  expect(await list('/obligations?limit=200')).toContain(copied.obligationId);
});

test('reading is all that a copy allows: its reader neither acts, uploads, writes in the thread nor copies on', async () => {
  const { instanceId, obligationId, taskId } = await submitted(c);
  await copy('gongan', instanceId, { to: ['shuili'] });
  const reader = await c.as('shuili');
  await reader.get(`/tasks/${taskId}`).expect(404);
  await reader
    .post(`/evidence?obligationId=${obligationId}`)
    .attach('file', Buffer.from('%PDF-1.4'), 'a.pdf')
    .expect(404);
  const said = await reader.post(`/instances/${instanceId}/comments`).send({ text: '好', scope: 'matter' }).expect(403);
  expect(said.body.title).toBe('您可以查看这件事，但不参与办理，不能发言');
  const on = await copy('shuili', instanceId, { to: ['dajiang'] });
  expect([on.status, on.body.code]).toEqual([403, 'not-allowed']);
  expect(await panel('shuili', instanceId)).toMatchObject({
    refusal: expect.stringContaining('不参与办理'),
    remindable: 0,
  });
  await reader.get(`/instances/${instanceId}/copies/people`).expect(403);
  await reader.post(`/instances/${instanceId}/copies/remind`).send({}).expect(403);
});

test('drafts are in no copy: what is still being written stays inside the unit, with its files', async () => {
  const { instanceId, obligationId, taskId } = await c.started();
  const file = await c.file('gongan', obligationId);
  const officer = await c.as('gongan');
  await officer
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '草稿机密' }, evidenceIds: [file] })
    .expect(200);
  await copy('gongan', instanceId, { to: ['shuili'] });
  const reader = await c.as('shuili');
  const seen = [];
  for (const path of [`/obligations/${obligationId}`, `/instances/${instanceId}`, `/instances/${instanceId}/copies`])
    seen.push((await reader.get(path).expect(200)).text);
  expect(seen.join()).not.toContain('草稿机密');
  await reader.get(`/evidence/${file}/content`).expect(404);
  await reader.get(`/tasks/${taskId}`).expect(404);
  expect(
    (await reader.get('/submissions').expect(200)).body.items.map((one: { instanceId: string }) => one.instanceId),
  ).not.toContain(instanceId);
  // handed in, it is read; the draft after a return is not
  await officer
    .post(`/tasks/${taskId}/submit`)
    .send({ data: GOOD_FORM, evidenceIds: [file] })
    .expect(200);
  await reader.get(`/evidence/${file}/content`).expect(200);
});

test('the receipt keeps when the matter was first opened, and 抄送我的 puts what is unread first', async () => {
  const [first, second] = [await submitted(c), await submitted(c)];
  await copy('gongan', first.instanceId, { to: ['zhengfuban'], note: '请知悉' });
  c.clock.advance({ minutes: 1 });
  await copy('gongan', second.instanceId, { to: ['zhengfuban'] });
  const list = async () => (await mine('zhengfuban')).items.map((item: { instanceId: string }) => item.instanceId);
  expect(await list()).toEqual([second.instanceId, first.instanceId]);
  expect((await mine('zhengfuban')).items[1]).toMatchObject({
    by: { name: '陈警官' },
    note: '请知悉',
    readAt: null,
    waiting: true,
  });
  c.clock.advance({ minutes: 1 });
  const at = new Date(c.clock.now()).toISOString();
  await open('zhengfuban', second.instanceId);
  c.clock.advance({ minutes: 5 });
  expect(await open('zhengfuban', second.instanceId)).toMatchObject([{ readAt: at, waiting: false }]);
  expect(await list()).toEqual([first.instanceId, second.instanceId]);
  expect((await mine('zhengfuban')).waiting).toBe(1);
  const [row] = (await panel('sifa-shenhe', second.instanceId)).items;
  expect(row).toMatchObject({ person: { name: '赵秘书' }, unitName: '市政府办公室', readAt: at });
  const reader = await c.as('zhengfuban');
  const page = (await reader.get('/copies?limit=1').expect(200)).body;
  const next = (await reader.get(`/copies?limit=1&cursor=${page.nextCursor}`).expect(200)).body;
  expect([page.items[0].instanceId, next.items[0].instanceId]).toEqual([first.instanceId, second.instanceId]);
  // nobody else's receipt is touched by looking, nor seen in the own list
  expect(await open('gongan', first.instanceId)).toEqual([]);
  expect((await panel('gongan', first.instanceId)).items[0].readAt).toBeNull();
});

test('a circulated matter waits for a remark, given once by the one who got it; the sender is told', async () => {
  const { instanceId } = await submitted(c);
  await copy('sifa-shenhe', instanceId, { kind: 'circulate', to: ['shizhang'] });
  const [sent] = await open('shizhang', instanceId);
  expect(sent).toMatchObject({ kind: 'circulate', waiting: true, readAt: expect.any(String) });
  const leader = await c.as('shizhang');
  const remark = (client: SignedInClient, text: string) => client.post(`/copies/${sent.id}/remark`).send({ text });
  expect((await remark(leader, '  ').expect(400)).body.code).toBe('invalid-input');
  await remark(await c.as('sifa-shenhe'), '代签').expect(404);
  await remark(leader, '已阅，请抓紧。').expect(204);
  expect((await remark(leader, '再改').expect(409)).body.code).toBe('already-remarked');
  expect((await panel('gongan', instanceId)).items[0]).toMatchObject({ remark: '已阅，请抓紧。', waiting: false });
  await deliver();
  expect((await notesOf('sifa-shenhe', instanceId)).map((note) => note.title)).toEqual(['市长 已签署传阅意见']);
  await copy('gongan', instanceId, { to: ['shizhang'] });
  const cc = (await open('shizhang', instanceId)).find((one: { kind: string }) => one.kind === 'cc');
  const refused = await leader.post(`/copies/${cc.id}/remark`).send({ text: '阅' }).expect(422);
  expect(refused.body.code).toBe('cc-takes-no-remark');
});

test('a role of a unit means everybody who holds it today, and the sender is not sent one', async () => {
  const { instanceId } = await submitted(c);
  const made = await copy('gongan', instanceId, {
    to: ['gongan-shenhe'],
    roles: [
      { unitId: 'gonganju', role: 'handler' },
      { unitId: 'sifaju', role: 'supervisionReviewer' },
    ],
  });
  expect(made.body).toEqual({ made: 3, waiting: [] });
  const rows = (await panel('gongan', instanceId)).items;
  expect(
    rows.map((row: { person: { name: string }; roleName: string | null }) => [row.person.name, row.roleName]),
  ).toEqual([
    ['黄科长', null],
    ['梁警官', '经办人'],
    ['谭审核', '督办审核'],
  ]);
  await deliver();
  expect((await notesOf('gongan2', instanceId)).map((note) => note.title)).toEqual(['陈警官 抄送给您一件事']);
});

test('who still has one waiting is not sent a second, and is named; who has read may be sent another', async () => {
  const { instanceId } = await submitted(c);
  await copy('gongan', instanceId, { to: ['shuili'] });
  expect((await copy('gongan2', instanceId, { to: ['shuili', 'dajiang'] })).body).toEqual({
    made: 1,
    waiting: ['李水生'],
  });
  await open('shuili', instanceId);
  expect((await copy('gongan', instanceId, { to: ['shuili'] })).body).toEqual({ made: 1, waiting: [] });
  expect((await copy('gongan', instanceId, { kind: 'circulate', to: ['shuili'] })).body.made).toBe(1);
});

test('nobody, only oneself, somebody unknown and a whole city are refused', async () => {
  const { instanceId } = await submitted(c);
  expect((await copy('gongan', instanceId, {})).body.code).toBe('invalid-input');
  expect((await copy('gongan', instanceId, { to: ['gongan'] })).body.code).toBe('invalid-input');
  expect((await copy('gongan', instanceId, { to: ['nobody'] })).body.code).toBe('recipient-unknown');
  const officer = await c.as('gongan');
  const unknown = { kind: 'cc', personIds: [v7()] };
  expect((await officer.post(`/instances/${instanceId}/copies`).send(unknown).expect(422)).body.code).toBe(
    'recipient-unknown',
  );
  await (await c.as('shuili')).post(`/instances/${instanceId}/copies`).send(unknown).expect(404);
});

test('who is missing is reminded, each of them once a day', async () => {
  const { instanceId } = await submitted(c);
  await copy('gongan', instanceId, { to: ['shuili', 'dajiang'] });
  await open('dajiang', instanceId);
  expect(await panel('gongan', instanceId)).toMatchObject({ remindable: 1 });
  const remind = async (account = 'gongan') =>
    (await c.as(account)).post(`/instances/${instanceId}/copies/remind`).send({});
  expect((await remind()).body).toEqual({ reminded: 1 });
  expect(await panel('gongan', instanceId)).toMatchObject({ remindable: 0 });
  const again = await remind('sifa-shenhe');
  expect([again.status, again.body.code]).toEqual([422, 'reminded-today']);
  c.clock.advance({ days: 1 });
  expect((await remind()).body).toEqual({ reminded: 1 });
  await deliver();
  expect((await notesOf('shuili', instanceId)).map((note) => note.kind).sort()).toEqual([
    'copy.made',
    'copy.reminder',
    'copy.reminder',
  ]);
  expect((await notesOf('dajiang', instanceId)).map((note) => note.kind)).toEqual(['copy.made']);
  await open('shuili', instanceId);
  expect((await remind()).body.code).toBe('nobody-left');
});

test('people are found by a part of their name or unit, those of the matter first, without their accounts', async () => {
  const { instanceId } = await submitted(c);
  const officer = await c.as('gongan');
  const found = async (q: string) =>
    (await officer.get(`/instances/${instanceId}/copies/people?q=${encodeURIComponent(q)}`).expect(200)).body.items;
  expect(await found('水利')).toEqual([{ id: await idOf('shuili'), name: '李水生', seats: ['市水利局 经办人'] }]);
  expect(
    (await found(''))
      .map((one: { name: string }) => one.name)
      .slice(0, 2)
      .sort(),
  ).toEqual(['梁警官', '黄科长']);
  expect(await found('100%')).toEqual([]);
});

describe('copies that the flow makes', () => {
  const requested = async (instanceId: string, personIds: string[], id = v7()): Promise<string> => {
    await c.sql(
      `INSERT INTO outbox (tenant, id, instance_id, topic, payload, created_at, due_at)
       VALUES ('taishan', $1, $2, 'copy.requested', $3, now() - interval '3 years', '2024-01-01')`,
      [id, instanceId, { instanceId, nodeId: 'submitted', personIds }],
    );
    return id;
  };
  const waitingMessages = () =>
    c.sql(`SELECT id FROM outbox WHERE topic = 'copy.requested' AND delivered_at IS NULL AND abandoned_at IS NULL`);

  test('a node that is done sends its copies, once however often the message comes', async () => {
    const { instanceId } = await submitted(c);
    const id = await requested(instanceId, [await idOf('shuili'), await idOf('shuili'), v7(), 'nonsense']);
    await deliver();
    await c.sql('UPDATE outbox SET delivered_at = NULL WHERE id = $1', [id]);
    await deliver();
    const { items } = await panel('gongan', instanceId);
    expect(items).toMatchObject([{ kind: 'cc', person: { name: '李水生' }, by: null, nodeName: '已报送' }]);
    await open('shuili', instanceId);
    await c.sql('UPDATE outbox SET delivered_at = NULL WHERE id = $1', [id]);
    await deliver();
    expect((await panel('gongan', instanceId)).items).toHaveLength(1);
    expect((await notesOf('shuili', instanceId)).map((note) => note.title)).toEqual(['抄送给您一件事']);
  });

  test('a message about an instance that does not exist is let go with the reason, and never hangs', async () => {
    const id = await requested((await submitted(c)).instanceId, []);
    await c.sql(`UPDATE outbox SET payload = payload || jsonb_build_object('instanceId', $2::text) WHERE id = $1`, [
      id,
      v7(),
    ]);
    await deliver();
    const [row] = await c.sql<{ abandoned_reason: string }>('SELECT abandoned_reason FROM outbox WHERE id = $1', [id]);
    expect(row?.abandoned_reason).toContain('没有这个流程实例');
    expect(await waitingMessages()).toEqual([]);
  });

  test('an accepted matter takes copies and stays readable by those who got one', async () => {
    const { instanceId, obligationId, evidenceId } = await submitted(c);
    await copy('gongan', instanceId, { to: ['shuili'] });
    for (const [account, node] of [
      ['sifa-jingban', 'submitted'],
      ['sifa-shenhe', 'review'],
    ] as const)
      await (
        await c.as(account)
      )
        .post(`/tasks/${await c.taskAt(instanceId, node)}/approve`)
        .send({})
        .expect(200);
    const ended = (await (await c.as('shuili')).get(`/instances/${instanceId}`).expect(200)).body;
    expect([ended.status, ended.outcome]).toEqual(['completed', 'accepted']);
    await requested(instanceId, [await idOf('dajiang')]);
    await deliver();
    const all = await paths(instanceId, obligationId, evidenceId);
    for (const account of ['shuili', 'dajiang'])
      expect(new Set(await statuses(await c.as(account), all))).toEqual(new Set([200]));
    const after = (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200)).body;
    expect([after.status, after.revision, after.history]).toEqual([ended.status, ended.revision, ended.history]);
  });
});

test('copies drawn on both branches and after a parallel join neither hang nor hold up the end, and are read after it', async () => {
  const play = player(c);
  const copyTo = (unit: string, role: string): string => `<chengban:copy kind="role" unit="${unit}" role="${role}" />`;
  const branches = {
    left: userTask('left', '', DESK + copyTo('shuiliju', 'handler')),
    right: userTask('right', '', REVIEWER + copyTo('shuiliju', 'handler')),
  };
  await play.publish(
    'copied',
    beside('copied', branches, userTask('last', '', LEADER + copyTo('gonganju', 'reviewer'))),
  );
  const { instanceId } = await play.run('copied');
  await play.act('sifa-jingban', instanceId, 'left');
  await play.act('sifa-shenhe', instanceId, 'right');
  expect(await play.active(instanceId)).toEqual(['last']);
  await play.act('sifa-lingdao', instanceId, 'last');
  // nothing was delivered yet: the end did not wait for it
  const [ended] = await c.sql<{ status: string }>('SELECT status FROM instance WHERE id = $1', [instanceId]);
  expect(ended?.status).toBe('completed');
  await deliver();
  expect(
    await c.sql(`SELECT id FROM outbox WHERE instance_id = $1 AND (delivered_at IS NULL OR abandoned_at IS NOT NULL)`, [
      instanceId,
    ]),
  ).toEqual([]);
  const { items } = await panel('dajiang', instanceId);
  expect(items.map((row: { person: { name: string }; nodeName: string }) => [row.person.name, row.nodeName])).toEqual([
    ['黄科长', 'last'],
    // of the two branches the first: the second found it still unread
    ['李水生', 'left'],
  ]);
  for (const account of ['shuili', 'gongan-shenhe'])
    await (await c.as(account)).get(`/instances/${instanceId}`).expect(200);
  await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(404);
});

test('a copy moves nothing: neither revision nor history notice it', async () => {
  const { instanceId } = await submitted(c);
  const view = async () => {
    const { revision, history, status } = (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200))
      .body;
    return { revision, history, status };
  };
  const before = await view();
  await copy('gongan', instanceId, { kind: 'circulate', to: ['shuili'] });
  await open('shuili', instanceId);
  expect(await view()).toEqual(before);
  // and acts go on over it, keeping who may read
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  await (await c.as('shuili')).get(`/instances/${instanceId}`).expect(200);
});
