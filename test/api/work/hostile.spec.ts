import type request from 'supertest';
import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';
import { choosing, COSTLY, DRAFT, drawing, END, flow, HOSTILE, ODD, plain, review, START } from './hostile-models.js';
import { player, type Player } from './player.js';

let c: City;
let p: Player;
let admin: SignedInClient;
beforeAll(async () => {
  c = await city();
  p = player(c);
  admin = await c.as('admin');
});
afterAll(() => c?.close());

/** An answer is in proportion to what was asked. */
const mostCharacters = (xml: string): number => 100_000 + 3 * xml.length;

let made = 0;
const aKey = (): string => `hostile-${++made}`;

/** A refusal or findings, in Chinese and no longer than the drawing gives reason for. */
function isSaid(answer: request.Response, what: string, xml = ''): void {
  expect([what, answer.status < 500 ? 'below 500' : answer.status]).toEqual([what, 'below 500']);
  expect(answer.text.length).toBeLessThan(mostCharacters(xml));
  const { findings = [], title } = answer.body as { findings?: { message: string }[]; title?: string };
  for (const { message } of findings) {
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(message.length).toBeLessThan(6_000);
  }
  if (answer.status >= 400) expect(title).toMatch(/\p{Script=Han}/u);
}

/** Through every door that takes a drawing; answers what checking and publishing said. */
async function everywhere(xml: string): Promise<{ checked: request.Response; published: request.Response }> {
  const key = aKey();
  const checked = await admin.post('/definitions/check').send({ xml });
  const created = await admin.post('/definitions').send({ key, name: '测试', xml });
  if (created.status !== 201) await admin.post('/definitions').send({ key, name: '测试' }).expect(201);
  const saved = await admin.put(`/definitions/${key}/draft`).send({ xml });
  const published = await admin.post(`/definitions/${key}/versions`).send({ xml, note: '测试', basedOn: 0 });
  for (const [name, answer] of Object.entries({ checked, created, published })) isSaid(answer, name, xml);
  // what is saved is given back as it was, however large
  expect([200, 400]).toContain(saved.status);
  if (saved.status === 200) expect(saved.body.xml).toBe(xml);
  return { checked, published };
}

test.each(HOSTILE)('%s is refused at every door, and nothing is published', async (_what, xml) => {
  const { checked, published } = await everywhere(xml);
  expect(published.status).not.toBe(201);
  if (checked.status === 200) expect(checked.body.publishable).toBe(false);
});

/** Starts it for a unit, hands in its draft when there is one, and gives one verdict; nothing of it may be a fault. */
async function played(key: string): Promise<void> {
  await p.bind(key, 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  const unit = await c.as('dajiang');
  const begun = await unit.post(`/obligations/${obligationId}/start`).send({});
  isSaid(begun, 'start');
  if (begun.status !== 201) return;
  const { instanceId, taskId } = begun.body as { instanceId: string; taskId: string | null };
  if (taskId !== null) {
    const form = { data: { content: '完成' }, evidenceIds: [] };
    await unit.post(`/tasks/${taskId}/submit`).send(form).expect(200);
    const [open] = await c.sql<{ id: string }>(
      `SELECT id FROM task WHERE instance_id = $1 AND status = 'open' LIMIT 1`,
      [instanceId],
    );
    if (open) isSaid(await (await c.as('sifa-jingban')).post(`/tasks/${open.id}/approve`).send({}), 'approve');
  }
  const view = await unit.get(`/instances/${instanceId}`).expect(200);
  expect(['running', 'completed', 'incident']).toContain(view.body.status);
  expect(await p.isSound(instanceId)).toBe(true);
}

test.each(ODD)('%s may be published or not, and what is published runs', async (_what, xml) => {
  const { published } = await everywhere(xml);
  if (published.status === 201) await played(published.body.key as string);
  else expect(published.status).toBe(422);
});

describe('an expression that', () => {
  test.each(COSTLY)('%s is refused, or leaves its flow to an administrator', async (_what, condition) => {
    const { published } = await everywhere(choosing('flow', condition));
    if (published.status === 201) await played(published.body.key as string);
    else expect(published.status).toBe(422);
  });
});

describe('calls in a circle', () => {
  const calling = (key: string, called: string): string =>
    drawing(
      key,
      `${START}${DRAFT}${review('check')}<bpmn:callActivity id="call" name="调用" calledElement="${called}"/>${END}` +
        `${flow('start', 'draft')}${flow('draft', 'check')}${flow('check', 'call')}${flow('call', 'end')}`,
    );
  const nodesOf = async (key: string): Promise<number> =>
    (
      await c.sql<{ nodes: number }>(
        `SELECT (SELECT count(*)::int FROM json_object_keys(compiled->'nodes')) AS nodes FROM definition_version WHERE key = $1 ORDER BY version DESC LIMIT 1`,
        [key],
      )
    )[0]!.nodes;

  test('are each bound to what was published before: A and B, each calling the other, come to an end', async () => {
    await p.publish('circle-a', plain('circle-a'));
    await p.publish('circle-b', calling('circle-b', 'circle-a'));
    await p.publish('circle-a', calling('circle-a', 'circle-b'));
    await p.publish('circle-b', calling('circle-b', 'circle-a'));
    expect([await nodesOf('circle-a'), await nodesOf('circle-b')]).toEqual([14, 19]);
    await p.bind('circle-b', 'dajiang');
    const { instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    for (let left = 4; left > 0; left--) {
      const open = await c.sql<{ id: string }>(
        `SELECT id FROM task WHERE instance_id = $1 AND status = 'open' AND purpose = 'draft'`,
        [instanceId],
      );
      const form = { data: { content: '完成' }, evidenceIds: [] };
      await (await c.as('dajiang')).post(`/tasks/${open[0]!.id}/submit`).send(form).expect(200);
      const [decision] = await c.sql<{ id: string }>(`SELECT id FROM task WHERE instance_id = $1 AND status = 'open'`, [
        instanceId,
      ]);
      await (await c.as('sifa-jingban')).post(`/tasks/${decision!.id}/approve`).send({}).expect(200);
    }
    const [end] = await c.sql<{ status: string }>('SELECT status FROM instance WHERE id = $1', [instanceId]);
    expect(end).toEqual({ status: 'completed' });
    expect(await p.isSound(instanceId)).toBe(true);
  });

  test('that grow with every version are refused when they have grown too large', async () => {
    const keys = ['knot-a', 'knot-b', 'knot-c'];
    const knot = (key: string): string => {
      const [one, two] = keys.filter((other) => other !== key);
      const call = (id: string, called?: string): string =>
        `<bpmn:callActivity id="${id}" name="${id}" calledElement="${called}"/>`;
      return drawing(
        key,
        `${START}${DRAFT}${review('check')}${call('one', one)}${call('two', two)}${END}` +
          `${flow('start', 'draft')}${flow('draft', 'check')}${flow('check', 'one')}${flow('one', 'two')}${flow('two', 'end')}`,
      );
    };
    for (const key of keys) await p.publish(key, plain(key));
    const answers: request.Response[] = [];
    for (let turn = 0; turn < 60 && answers.at(-1)?.status !== 422; turn++) {
      const key = keys[turn % 3]!;
      const body = { xml: knot(key), note: '测试', basedOn: Math.floor(turn / 3) + 1 };
      answers.push(await admin.post(`/definitions/${key}/versions`).send(body));
    }
    const { status, findings } = answers.at(-1)!.body as { status: number; findings: { code: string }[] };
    expect([status, findings.map(({ code }) => code)]).toEqual([422, expect.arrayContaining(['too-large'])]);
    for (const key of keys) expect(await nodesOf(key)).toBeLessThanOrEqual(5_000);
  });
});

describe('a request that', () => {
  const post = (path: string, type: string, body: string): request.Test =>
    admin.post(path).set('Content-Type', type).send(body);
  const xml = drawing('flow', '');
  const whole = JSON.stringify({ xml });

  test.each<[string, string, string, number]>([
    ['is XML, not JSON', 'application/xml', xml, 415],
    ['is a text', 'text/plain', whole, 400],
    ['is a form', 'application/x-www-form-urlencoded', `xml=${encodeURIComponent(xml)}`, 200],
    ['breaks off', 'application/json', whole.slice(0, -20), 400],
    ['is empty', 'application/json', '', 400],
    ['is a list', 'application/json', `[${whole}]`, 400],
    ['has a list for a drawing', 'application/json', JSON.stringify({ xml: [xml] }), 400],
    ['has an object for a drawing', 'application/json', JSON.stringify({ xml: { length: 9e9 } }), 400],
    ['is nested ten thousand deep', 'application/json', `${'{"xml":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
    ['would change all objects', 'application/json', `{"__proto__":{"xml":"x"},"xml":"x"}`, 400],
    ['is as large as bodies may be', 'application/json', whole.padEnd(4 * 1024 * 1024), 200],
    ['is one byte larger', 'application/json', whole.padEnd(4 * 1024 * 1024 + 1), 413],
  ])('%s is answered as such', async (what, type, body, status) => {
    const answer = await post('/definitions/check', type, body);
    isSaid(answer, what);
    expect(answer.status).toBe(status);
  });

  test('stops in the middle of its body leaves the server as it was', async () => {
    const stopped = post('/definitions/check', 'application/json', whole.slice(0, 50)).set('Content-Length', '1000000');
    const gone = stopped.timeout(300).then(
      () => 'answered',
      () => 'gone',
    );
    expect(await gone).toBe('gone');
    await admin.post('/definitions/check').send({ xml }).expect(200);
  });

  test('has a drawing of two megabytes is checked, and one of a byte more is not read', async () => {
    const sized = (bytes: number): string => xml.replace('</bpmn:process>', `${' '.repeat(bytes - xml.length)}$&`);
    const within = await admin.post('/definitions/check').send({ xml: sized(2 * 1024 * 1024) });
    const beyond = await admin.post('/definitions/check').send({ xml: sized(2 * 1024 * 1024 + 1) });
    const codes = [within, beyond].map((answer) =>
      (answer.body.findings as { code: string }[]).map((finding) => finding.code),
    );
    expect([codes[0]!.includes('xml-too-large'), codes[1]]).toEqual([false, ['xml-too-large']]);
  });

  test.each([
    ['/definitions', { key: 'nul', name: 'a\u0000b' }],
    ['/definitions/stage-result/versions', { xml, note: 'a\u0000b', basedOn: 1 }],
    ['/flow-messages/messages', { name: 'a\u0000b', key: 'k' }],
    ['/flow-messages/messages', { name: 'n', key: 'a\u0000b' }],
    ['/flow-messages/signals', { name: 'a\u0000b', variables: { a: 'a\u0000b' } }],
    ['/instances/01930000-0000-7000-8000-000000000999/retry', { nodeId: 'a\u0000b' }],
  ])('brings a character that ends texts to %s is no fault', async (path, body) => {
    isSaid(await admin.post(path).send(body), path);
  });

  test('asks for a flow by a key that ends texts is no fault', async () => {
    for (const path of ['a%00b/versions', 'a%00b/draft', '__proto__/form', 'a%00b/versions/1/xml'])
      isSaid(await admin.get(`/definitions/${path}`), path);
  });
});

test('after all this the server answers, and what was shipped is as it was', async () => {
  const versions = await admin.get('/definitions/stage-result/versions').expect(200);
  expect(versions.body.items).toHaveLength(1);
  expect(({} as Record<string, unknown>)['xml']).toBeUndefined();
});
