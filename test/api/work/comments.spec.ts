import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import type { SignedInClient } from '../../support/app.js';
import { city, PDF, submitted, type City } from './city.js';

let c: City;
beforeAll(async () => (c = await city()));
afterAll(() => c?.close());

const deliver = (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute();

interface Said {
  text?: string;
  scope?: 'matter' | 'unit';
  unitId?: string;
  replyTo?: string;
  mentionIds?: string[];
  fileIds?: string[];
}

const post = (client: SignedInClient, instanceId: string, said: Said) =>
  client.post(`/instances/${instanceId}/comments`).send({ text: '请看一下', scope: 'matter', ...said });

async function says(account: string, instanceId: string, said: Said = {}): Promise<string> {
  return (await post(await c.as(account), instanceId, said).expect(201)).body.id;
}

const thread = async (account: string, instanceId: string) =>
  (await (await c.as(account)).get(`/instances/${instanceId}/comments`).expect(200)).body;
const texts = async (account: string, instanceId: string): Promise<(string | null)[]> =>
  (await thread(account, instanceId)).items.map((item: { text: string | null }) => item.text);
const idOf = async (account: string): Promise<string> => (await c.as(account)).personId;
const notesOf = async (account: string, instanceId: string): Promise<{ kind: string; title: string; text: string }[]> =>
  (await (await c.as(account)).get('/notifications?limit=200').expect(200)).body.items.filter(
    (item: { instanceId: string; kind: string }) => item.instanceId === instanceId && item.kind.startsWith('comment.'),
  );

test('what is said to everybody is read by whoever sees the matter, in the order in which it was said', async () => {
  const { instanceId } = await submitted(c);
  await says('gongan', instanceId, { text: '材料今天补齐' });
  c.clock.advance({ seconds: 1 });
  await says('sifa-shenhe', instanceId, { text: '收到' });
  for (const account of ['gongan2', 'sifa-jingban', 'shizhang', 'admin'])
    expect(await texts(account, instanceId)).toEqual(['材料今天补齐', '收到']);
  const [first] = (await thread('shizhang', instanceId)).items;
  expect(first).toMatchObject({
    author: { name: '陈警官' },
    unit: { name: '市公安局' },
    scope: 'matter',
    replyTo: null,
  });
});

test('what is said inside a unit stays there: neither supervisors, leaders nor administrators read it', async () => {
  const { instanceId } = await submitted(c);
  await says('gongan', instanceId, { text: '数据还没有核实', scope: 'unit' });
  expect(await texts('gongan-shenhe', instanceId)).toEqual(['数据还没有核实']);
  for (const account of ['sifa-shenhe', 'shizhang', 'admin']) expect(await texts(account, instanceId)).toEqual([]);
});

test('a stranger neither reads the thread, writes in it, searches its people nor learns that it is there', async () => {
  const { instanceId } = await submitted(c);
  const id = await says('gongan', instanceId);
  const stranger = await c.as('shuili');
  await stranger.get(`/instances/${instanceId}/comments`).expect(404);
  await post(stranger, instanceId, {}).expect(404);
  await stranger.get(`/instances/${instanceId}/comments/people`).expect(404);
  await stranger.post(`/comments/${id}/withdraw`).send({}).expect(404);
  await stranger.post(`/instances/${instanceId}/comments/files`).attach('file', PDF, 'a.pdf').expect(404);
  expect(await c.sql('SELECT 1 FROM comment WHERE instance_id = $1', [instanceId])).toHaveLength(1);
});

test('who is mentioned is told that, who takes part is told of what comes, and nobody twice; nothing is quoted', async () => {
  const { instanceId } = await submitted(c);
  await says('gongan', instanceId);
  await says('sifa-shenhe', instanceId);
  c.clock.advance({ seconds: 1 });
  const mentionIds = [await idOf('gongan-shenhe'), await idOf('sifa-shenhe')];
  await says('gongan', instanceId, { text: '机密内容甲', mentionIds });
  await deliver();
  expect((await notesOf('gongan-shenhe', instanceId)).map((note) => note.kind)).toEqual(['comment.mentioned']);
  expect((await notesOf('sifa-shenhe', instanceId)).map((note) => note.kind)).toEqual(['comment.mentioned']);
  const [own, ...more] = await notesOf('gongan', instanceId);
  expect([own?.kind, more]).toEqual(['comment.added', []]);
  const [note] = await notesOf('sifa-shenhe', instanceId);
  expect(note?.title).toBe('陈警官 在沟通中提到了您');
  expect(JSON.stringify(note)).not.toContain('机密内容甲');
});

test('only people who would read it can be mentioned: others are refused by name, and are not offered', async () => {
  const { instanceId } = await submitted(c);
  const officer = await c.as('gongan');
  const stranger = await post(officer, instanceId, { mentionIds: [await idOf('shuili')] }).expect(422);
  expect(stranger.body).toMatchObject({ code: 'mention-cannot-read', title: expect.stringContaining('李水生') });
  const inside = { scope: 'unit' as const, mentionIds: [await idOf('sifa-shenhe')] };
  expect((await post(officer, instanceId, inside).expect(422)).body.code).toBe('mention-cannot-read');
  const found = async (query: string): Promise<string[]> =>
    (await officer.get(`/instances/${instanceId}/comments/people?${query}`).expect(200)).body.items.map(
      (one: { name: string }) => one.name,
    );
  const everybody = await found('scope=matter');
  expect(everybody).toContain('谭审核');
  expect(everybody).not.toContain('李水生');
  expect(everybody).not.toContain('陈警官');
  expect((await found('scope=unit')).sort()).toEqual(['梁警官', '黄科长']);
  expect(await found(`scope=matter&q=${encodeURIComponent('黄')}`)).toEqual(['黄科长']);
});

test('an answer tells whom it answers, and never tells more people than the words it quotes', async () => {
  const { instanceId } = await submitted(c);
  const inside = await says('gongan2', instanceId, { text: '内部：数字待核', scope: 'unit' });
  const officer = await c.as('gongan');
  const wide = await post(officer, instanceId, { replyTo: inside, scope: 'matter' }).expect(422);
  expect(wide.body.code).toBe('reply-wider');
  c.clock.advance({ seconds: 1 });
  await says('gongan', instanceId, { text: '明白', replyTo: inside, scope: 'unit' });
  expect((await thread('gongan2', instanceId)).items[1]).toMatchObject({
    replyTo: { id: inside, author: { name: '梁警官' }, text: '内部：数字待核' },
  });
  await deliver();
  expect((await notesOf('gongan2', instanceId)).map((note) => note.title)).toEqual(['陈警官 在沟通中回复了您']);
  // supervisors cannot even answer what they do not read
  await post(await c.as('sifa-shenhe'), instanceId, { replyTo: inside }).expect(404);
});

test('words are taken back within two minutes by their author, and leave a trace without the words', async () => {
  const { instanceId } = await submitted(c);
  const id = await says('gongan', instanceId, { text: '写错了' });
  expect((await thread('gongan', instanceId)).items[0].withdrawableUntil).not.toBeNull();
  expect((await thread('gongan2', instanceId)).items[0].withdrawableUntil).toBeNull();
  const other = await (await c.as('gongan2')).post(`/comments/${id}/withdraw`).send({}).expect(403);
  expect(other.body.title).toBe('只能撤回自己的消息');
  c.clock.advance({ minutes: 2 });
  await (await c.as('gongan')).post(`/comments/${id}/withdraw`).send({}).expect(204);
  await (await c.as('gongan')).post(`/comments/${id}/withdraw`).send({}).expect(204);
  const [trace] = (await thread('sifa-shenhe', instanceId)).items;
  expect(trace).toMatchObject({ id, author: { name: '陈警官' }, text: null, withdrawnAt: expect.any(String) });
  const answer = await post(await c.as('gongan2'), instanceId, { replyTo: id }).expect(422);
  expect(answer.body.code).toBe('reply-withdrawn');
});

test('after two minutes words stay, and the database itself refuses to change them', async () => {
  const { instanceId } = await submitted(c);
  const id = await says('gongan', instanceId, { text: '定稿' });
  c.clock.advance({ minutes: 2, seconds: 1 });
  const late = await (await c.as('gongan')).post(`/comments/${id}/withdraw`).send({}).expect(422);
  expect(late.body).toMatchObject({ code: 'withdraw-too-late', detail: '请再发一条消息说明。' });
  await expect(c.sql(`UPDATE comment SET text = '改了' WHERE id = $1`, [id])).rejects.toThrow();
  await expect(c.sql('DELETE FROM comment WHERE id = $1', [id])).rejects.toThrow();
  expect(await texts('gongan', instanceId)).toEqual(['定稿']);
});

test('a file goes with the words: read by those who read them, gone with them, and nobody else has it before', async () => {
  const { instanceId } = await submitted(c);
  const officer = await c.as('gongan');
  const upload = async (): Promise<string> =>
    (await officer.post(`/instances/${instanceId}/comments/files`).attach('file', PDF, '说明.pdf').expect(201)).body.id;
  const fileId = await upload();
  const content = (account: string, status: number) =>
    c.as(account).then((client) => client.get(`/comments/files/${fileId}/content`).expect(status));
  await content('gongan', 200);
  await content('gongan2', 404);
  const id = await says('gongan', instanceId, { scope: 'unit', fileIds: [fileId] });
  const sent = await content('gongan2', 200);
  expect(sent.headers['content-disposition']).toContain('attachment');
  await content('sifa-shenhe', 404);
  await content('shuili', 404);
  // a file is sent once
  expect((await post(officer, instanceId, { fileIds: [fileId] }).expect(400)).body.code).toBe('invalid-input');
  await officer.delete(`/comments/files/${fileId}`).expect(404);
  await officer.post(`/comments/${id}/withdraw`).send({}).expect(204);
  await content('gongan2', 404);
  const dropped = await upload();
  await (await c.as('gongan2')).delete(`/comments/files/${dropped}`).expect(404);
  await officer.delete(`/comments/files/${dropped}`).expect(204);
  await officer.get(`/comments/files/${dropped}/content`).expect(404);
});

test('the same request sent again says nothing twice', async () => {
  const { instanceId } = await submitted(c);
  const officer = await c.as('gongan');
  const once = () =>
    post(officer, instanceId, { text: '一次' }).set('Idempotency-Key', `say-${instanceId}`).expect(201);
  expect((await once()).body.id).toBe((await once()).body.id);
  expect(await texts('gongan', instanceId)).toEqual(['一次']);
});

test('talk moves nothing: the instance stays at its revision, and its history holds no line of it', async () => {
  const { instanceId } = await submitted(c);
  const before = (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200)).body;
  await says('gongan', instanceId);
  const after = (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200)).body;
  expect([after.revision, after.history]).toEqual([before.revision, before.history]);
});

test('long threads come page after page', async () => {
  const { instanceId } = await submitted(c);
  for (const text of ['一', '二', '三']) {
    await says('gongan', instanceId, { text });
    c.clock.advance({ seconds: 1 });
  }
  const reader = await c.as('sifa-shenhe');
  const first = (await reader.get(`/instances/${instanceId}/comments?limit=2`).expect(200)).body;
  expect(first.items.map((item: { text: string }) => item.text)).toEqual(['一', '二']);
  const second = (await reader.get(`/instances/${instanceId}/comments?limit=2&cursor=${first.nextCursor}`).expect(200))
    .body;
  expect([second.items.map((item: { text: string }) => item.text), second.nextCursor]).toEqual([['三'], null]);
});
