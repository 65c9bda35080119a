import { jest } from '@jest/globals';
import pg from 'pg';
import { city, GOOD_FORM, submitted, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());
afterEach(() => jest.restoreAllMocks());

/** Every statement that any connection sends while `work` runs, by its name or its text. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ text: string; client: unknown }[]> {
  const sent: { text: string; client: unknown }[] = [];
  const query = pg.Client.prototype.query;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    const named = first as { name?: string; text?: string };
    sent.push({ text: typeof first === 'string' ? first : (named.name ?? named.text ?? ''), client: this });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  await work();
  jest.restoreAllMocks();
  return sent;
}

const short = (text: string): string => text.replace(/-[0-9a-f]{24}$/, '').trim();

test('an act is four statements: begin, lock, write, commit', async () => {
  const { instanceId } = await submitted(c);
  const desk = await c.as('sifa-jingban');
  const accept = await c.taskAt(instanceId, 'submitted');
  const sent = await statementsOf(() =>
    desk
      .post(`/tasks/${accept}/approve`)
      .set('Idempotency-Key', 'four')
      .set('If-Match', '"2"')
      .send({ opinion: '材料齐全' })
      .expect(200),
  );
  const from = sent.findIndex(({ text }) => /^(BEGIN|START TRANSACTION)/.test(text));
  expect(sent.slice(from).map(({ text }) => short(text))).toEqual([
    expect.stringMatching(/^(BEGIN|START TRANSACTION)/),
    'instance.lock-task',
    'instance.write',
    'COMMIT',
  ]);
  // before it only the session is looked up
  expect(from).toBeLessThanOrEqual(2);
});

test('submitting with a file is four statements as well', async () => {
  const { taskId, obligationId } = await c.started();
  const file = await c.file('gongan', obligationId);
  const officer = await c.as('gongan');
  const sent = await statementsOf(() =>
    officer
      .post(`/tasks/${taskId}/submit`)
      .send({ data: GOOD_FORM, evidenceIds: [file] })
      .expect(200),
  );
  const from = sent.findIndex(({ text }) => /^(BEGIN|START TRANSACTION)/.test(text));
  expect(sent.length - from).toBe(4);
});

test('acts of one shape share one prepared statement', async () => {
  const names = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const { taskId } = await c.started();
    const sent = await statementsOf(async () =>
      (await c.as('gongan')).post(`/tasks/${taskId}/claim`).send({}).expect(200),
    );
    for (const { text } of sent) if (text.startsWith('instance.write')) names.add(text);
  }
  expect(names.size).toBe(1);
});

type Killed = 'lock' | 'write';

/** Kills the database backend of the connection that has just run the lock, or is about to commit. */
function killAfter(when: Killed): () => boolean {
  let killed = false;
  const query = pg.Client.prototype.query;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client & { processID?: number },
    ...given: unknown[]
  ) {
    const { name = '' } = given[0] as { name?: string };
    const result = (query as (...all: unknown[]) => unknown).apply(this, given);
    const chosen = when === 'lock' ? name === 'instance.lock-task' : name.startsWith('instance.write');
    if (!chosen || killed) return result;
    killed = true;
    return (result as Promise<unknown>).then(async (rows) => {
      // listened for before it can happen
      const ended = new Promise((resolve) => this.once('end', resolve));
      await c.sql('SELECT pg_terminate_backend($1)', [this.processID]);
      await ended;
      return rows;
    });
  } as never);
  return () => killed;
}

test.each(['lock', 'write'] as const)(
  'a connection that dies after %s leaves nothing half done, and the act can be repeated',
  async (when) => {
    const { instanceId } = await submitted(c);
    const desk = await c.as('sifa-jingban');
    const accept = await c.taskAt(instanceId, 'submitted');
    const state = () =>
      c.sql(
        `SELECT i.revision, i.marking::text, i.history_seq, (SELECT count(*)::int FROM history h WHERE h.instance_id = i.id) AS lines,
              (SELECT count(*)::int FROM outbox o WHERE o.instance_id = i.id) AS messages,
              (SELECT jsonb_agg(t.status ORDER BY t.id) FROM task t WHERE t.instance_id = i.id) AS tasks
         FROM instance i WHERE i.id = $1`,
        [instanceId],
      );
    const before = await state();
    const act = () => desk.post(`/tasks/${accept}/approve`).set('Idempotency-Key', `kill-${when}`).send({});
    const wasKilled = killAfter(when);
    const broken = await act();
    expect(wasKilled()).toBe(true);
    jest.restoreAllMocks();
    expect(broken.status).toBe(503);
    expect(broken.body.title).toMatch(/\p{Script=Han}/u);
    expect(await state()).toEqual(before);
    const repeated = await act();
    expect(repeated.status).toBe(200);
    expect((await act()).body).toEqual(repeated.body);
  },
);

test('a deadlock is run again as a whole, and the act succeeds once', async () => {
  const { instanceId } = await submitted(c);
  const desk = await c.as('sifa-jingban');
  const accept = await c.taskAt(instanceId, 'submitted');
  const query = pg.Client.prototype.query;
  let thrown = 0;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const { name = '' } = given[0] as { name?: string };
    if (name.startsWith('instance.write') && thrown++ === 0)
      return Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  await desk.post(`/tasks/${accept}/approve`).send({}).expect(200);
  jest.restoreAllMocks();
  expect(thrown).toBe(2);
  const lines = await c.sql(`SELECT 1 FROM history WHERE instance_id = $1 AND verb = 'approve'`, [instanceId]);
  expect(lines).toHaveLength(1);
});

test('a file that is deleted while it is being handed in is told so, and nothing is handed in', async () => {
  const { taskId, obligationId } = await c.started();
  const file = await c.file('gongan', obligationId);
  const officer = await c.as('gongan');
  const query = pg.Client.prototype.query;
  let deleted = false;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const { name = '' } = given[0] as { name?: string };
    const run = () => (query as (...all: unknown[]) => unknown).apply(this, given);
    if (!name.startsWith('instance.write') || deleted) return run();
    deleted = true;
    return c.sql('DELETE FROM evidence WHERE id = $1', [file]).then(run);
  } as never);
  const answer = await officer.post(`/tasks/${taskId}/submit`).send({ data: GOOD_FORM, evidenceIds: [file] });
  jest.restoreAllMocks();
  expect(answer.status).toBe(422);
  expect(answer.body.code).toBe('evidence-not-found');
  expect((await officer.get(`/tasks/${taskId}`)).body).toMatchObject({ status: 'open', rounds: [] });
});
