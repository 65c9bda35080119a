import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../../../apps/api/src/database/data-source.js';
import { migrate } from '../../../apps/api/src/database/migrate.js';
import { schema } from '../../../apps/api/src/database/schema.js';
import { bareDatabase, type TestDatabase } from '../../support/database.js';
import { contradictions } from '../work/contradictions.js';
import { city, GOOD_FORM, offered, type City } from '../work/city.js';
import { player, type Player } from '../work/player.js';

// A city whose matters were begun by the last program that knew neither seats nor a trail. The rows are those that it
// wrote itself: before-seats.jsonl is a copy of its tables, made when it had done what the names below say.

interface Kept {
  /** name → instance */
  readonly instances: Readonly<
    Record<'drafting' | 'unclaimed' | 'claimed' | 'returned' | 'corrected' | 'accepted' | 'signing', string>
  >;
  /** when the copy was made */
  readonly at: string;
}

const [head, ...rows] = readFileSync('test/api/platform/before-seats.jsonl', 'utf8').trimEnd().split('\n');
const { instances, at } = JSON.parse(head!) as Kept;

/** The last step of the schema that the old program knew. */
const LAST_STEP = 'ScheduledStarts1764001400000';

const orderOf = ({ name }: { readonly name: string }): number => Number(/\d+$/.exec(name)?.[0]);

let database: TestDatabase;
let c: City;
let play: Player;
let ran: readonly string[];
beforeAll(async () => {
  database = await bareDatabase();
  const known = schema.migrations.filter((each) => orderOf(each) <= orderOf({ name: LAST_STEP }));
  await withDatabase({ entities: [], migrations: known }, fill);
  ran = await withDatabase(schema, migrate);
  c = await city({ database });
  c.clock.set(at);
  play = player(c);
}, 120_000);
afterAll(() => c?.close());

async function withDatabase<T>(of: typeof schema, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openDataSource({ url: database.url, pool: 4 }, of);
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

async function fill(source: DataSource): Promise<void> {
  await migrate(source);
  await source.transaction(async (manager) => {
    // in the order of the copy, which is that of no foreign key
    await manager.query('SET LOCAL session_replication_role = replica');
    for (const line of rows) {
      const { table, row } = JSON.parse(line) as { table: string; row: object };
      await manager.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [row]);
    }
  });
}

const post = async (account: string, path: string, body: object = {}) => (await c.as(account)).post(path).send(body);
const act = async (account: string, instanceId: string, nodeId: string, verb: string, body: object = {}) => {
  c.clock.advance({ minutes: 1 });
  const answer = await post(account, `/tasks/${await c.taskAt(instanceId, nodeId)}/${verb}`, body);
  expect([verb, nodeId, answer.status, answer.body.code]).toEqual([verb, nodeId, 200, undefined]);
};
const matter = async (account: string, instanceId: string) =>
  (await c.as(account)).get(`/instances/${instanceId}`).expect(200);
const submit = async (account: string, instanceId: string, nodeId: string): Promise<void> => {
  const [row] = await c.sql<{ id: string }>('SELECT obligation_id AS id FROM instance WHERE id = $1', [instanceId]);
  const file = await c.file(account, row!.id);
  await act(account, instanceId, nodeId, 'submit', { data: GOOD_FORM, evidenceIds: [file] });
};
const agrees = async (instanceId: string): Promise<void> => expect(await contradictions(c, [instanceId])).toEqual([]);

test('the upgrade gives each open task one seat, with its people and its holder, and every history still replays', async () => {
  expect(ran).toEqual(expect.arrayContaining(['Approval1764002000000', 'AdoptSeats1764002005000']));
  expect(await contradictions(c, Object.values(instances))).toEqual([]);
  const [held] = await c.sql<{ holder: string | null }>(
    `SELECT p.account AS holder FROM task t LEFT JOIN person p ON p.id = t.holder_id WHERE t.instance_id = $1 AND t.status = 'open'`,
    [instances.claimed],
  );
  expect(held).toEqual({ holder: 'sifa-shenhe' });
  // of what the upgrade wrote into it, the record that people read says nothing
  const { history } = (await matter('sifa-shenhe', instances.claimed)).body;
  expect(history.map((line: { verb: string }) => line.verb)).toEqual(['start', 'submit', 'approve', 'claim']);
});

test('a draft that was half written is still there, and is handed in', async () => {
  const page = await (await c.as('gongan')).get(`/tasks/${await c.taskAt(instances.drafting, 'draft')}`).expect(200);
  expect(page.body).toMatchObject({ draft: { data: { progress: '写了一半' } }, holder: { name: '陈警官' } });
  await submit('gongan', instances.drafting, 'draft');
  expect(await play.active(instances.drafting)).toEqual(['submitted']);
  await agrees(instances.drafting);
});

test('a task that nobody has goes back by a move of the token, as there is no trail, then all the way to the end', async () => {
  const id = instances.unclaimed;
  const page = await (await c.as('sifa-jingban')).get(`/tasks/${await c.taskAt(id, 'submitted')}`).expect(200);
  expect(offered(page, 'return')).toMatchObject({ allowed: true, targets: [{ after: ['replay'] }] });
  await act('sifa-jingban', id, 'submitted', 'return', { reason: '请补充人数' });
  expect(await play.active(id)).toEqual(['returned']);
  await agrees(id);
  await submit('gongan', id, 'returned');
  await act('sifa-shenhe', id, 'review', 'approve', { opinion: '同意' });
  expect(await play.active(id)).toEqual([]);
  await agrees(id);
});

test('a task that somebody has claimed is theirs still: another is refused, the holder decides', async () => {
  const id = instances.claimed;
  const task = await c.taskAt(id, 'review');
  expect((await post('sifa-jingban', `/tasks/${task}/approve`)).body.code).toBe('not-candidate');
  const refused = await post('sifa-shenhe', `/tasks/${task}/release`);
  expect([refused.status, refused.body.code]).toEqual([422, 'only-candidate']);
  await act('sifa-shenhe', id, 'review', 'transfer', {
    toId: (await c.as('sifa-lingdao')).personId,
    reason: '出差',
  });
  await act('sifa-lingdao', id, 'review', 'return', { reason: '请补充' });
  await agrees(id);
  await submit('gongan', id, 'returned');
  await agrees(id);
});

test('what was decided before cannot be taken back, and that is said', async () => {
  for (const [account, id] of [
    ['sifa-jingban', instances.returned],
    ['gongan', instances.corrected],
  ] as const) {
    expect(offered(await matter(account, id), 'withdraw')).toMatchObject({
      allowed: false,
      code: 'nothing-to-withdraw',
    });
    const refused = await post(account, `/instances/${id}/withdraw`, { reason: '看错了' });
    expect([refused.status, refused.body.code]).toEqual([422, 'nothing-to-withdraw']);
    expect(refused.body.title).toMatch(/\p{Script=Han}/u);
    expect(refused.body.detail).toMatch(/\p{Script=Han}/u);
  }
});

test('what is decided from now on can be taken back, in a matter that was begun before', async () => {
  const id = instances.corrected;
  await act('sifa-shenhe', id, 'review', 'return', { reason: '请补充' });
  expect(await play.active(id)).toEqual(['returned']);
  c.clock.advance({ minutes: 1 });
  await submit('gongan2', id, 'returned');
  c.clock.advance({ minutes: 1 });
  const back = await post('gongan2', `/instances/${id}/withdraw`, { reason: '还要补充' });
  expect([back.status, back.body.code]).toEqual([200, undefined]);
  expect(await play.active(id)).toEqual(['returned']);
  await agrees(id);
});

test('a returned round is corrected by the one who had claimed it, and goes where the drawing leads', async () => {
  const id = instances.returned;
  expect((await post('gongan', `/tasks/${await c.taskAt(id, 'returned')}/claim`)).body.code).toBe('held-by-another');
  await submit('gongan2', id, 'returned');
  await act('sifa-shenhe', id, 'review', 'approve');
  expect(await play.active(id)).toEqual([]);
  const [obligation] = await c.sql(
    'SELECT o.status FROM obligation o JOIN instance i ON i.obligation_id = o.id WHERE i.id = $1',
    [id],
  );
  expect(obligation).toEqual({ status: 'closed' });
  await agrees(id);
});

test('of three who sign beside each other one has: the second is enough, and the third reads that it is over', async () => {
  const id = instances.signing;
  const [second, third] = await play.openTasks(id, 'seat');
  expect((await post('sifa-jingban', `/tasks/${second!.id}/approve`)).status).toBe(200);
  expect(await play.active(id)).toEqual(['after']);
  expect((await post('sifa-jingban', `/tasks/${third!.id}/approve`)).body.code).toBe('task-closed');
  expect(await play.isSound(id)).toBe(true);
});

test('an administrator ends a matter that was begun before, and what was accepted before is reopened', async () => {
  const { drafting, accepted } = instances;
  expect((await post('admin', `/instances/${drafting}/terminate`, { reason: '不再需要' })).status).toBe(200);
  expect((await post('sifa-shenhe', `/instances/${accepted}/reopen`, { reason: '上级要求补充' })).status).toBe(200);
  expect(await play.active(accepted)).toEqual(['draft']);
  await submit('gongan', accepted, 'draft');
  await agrees(drafting);
  await agrees(accepted);
});
