import type request from 'supertest';
import { v7 } from 'uuid';
import { Passwords } from '../../../apps/api/src/identity/passwords.js';
import { PLAN_ID, TENANT } from '../../support/world.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { MARK, secretMatter, type SecretMatter } from './secret-matter.js';
import { DESK, inARow, userTask } from './approval-drawings.js';

// Regression 20 of APPROVAL: every address of the API that only reads, found in its own description, is asked by people
// who have no part in a matter. Regression 19 below: not being allowed to read keeps nobody from being asked to decide.

let c: City;
let play: Player;
let secret: SecretMatter;
let reads: readonly Read[];
beforeAll(async () => {
  c = await city();
  play = player(c);
  secret = await secretMatter(c);
  reads = readsOf((await c.http().get('/api/openapi.json').expect(200)).body, secret);
}, 120_000);
afterAll(() => c?.close());

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Read {
  readonly route: string;
  readonly method: 'get' | 'post';
  /** below the city */
  readonly path: string;
}

/** Answers only read, though the request brings something. */
const READS_BY_POST = ['/instances/{id}/prediction', '/instances/{id}/copies/open'];

/** The stream tells of changes by the reader's own ids; it has a spec of its own (notify/live). */
const WITHOUT_END = ['/live'];

/** Every read of the API below a city: each with every id of the matter, and with every value of what it can be asked. */
function readsOf({ paths }: Described, { ids }: SecretMatter): Read[] {
  const all = Object.values(ids)
    .map((some) => some.slice(0, 2))
    .flat();
  return Object.entries(paths).flatMap(([address, methods]) => {
    const route = address.replace('/api/v1/{tenant}', '');
    if (route === address || WITHOUT_END.includes(route)) return [];
    const method = methods['get'] ? 'get' : READS_BY_POST.includes(route) ? 'post' : null;
    if (method === null) return [];
    const places = route.includes('{id}') ? all.map((id) => route.replace('{id}', id)) : [route];
    const asked = questions(methods[method]?.parameters ?? [], ids);
    return places.flatMap((place) =>
      asked.map((question) => ({
        route,
        method,
        path: place.replace('{key}', 'secret').replace('{version}', '1') + question,
      })),
    );
  });
}

/** What is known to be asked by free text. */
const VALUES: Readonly<Record<string, (ids: SecretMatter['ids']) => string | null>> = {
  q: () => MARK,
  from: () => '1',
  to: () => '2',
  fromId: () => v7(),
  toId: () => v7(),
  obligationId: ({ obligation }) => obligation![0]!,
  planId: () => PLAN_ID,
  unitId: () => 'gonganju',
  measureNo: () => '1',
  dueBefore: () => '2030-01-01',
  choice: () => 'sign',
  limit: () => '200',
  cursor: () => null,
};

/** The required ones alone, then with each other parameter at each of its values. */
function questions(parameters: readonly Parameter[], ids: SecretMatter['ids']): string[] {
  const asked = parameters.filter((each) => each.in === 'query');
  const valuesOf = ({ name, schema }: Parameter): readonly string[] => {
    if (schema.enum) return schema.enum;
    const value = VALUES[name];
    if (!value) throw new Error(`this walk does not know what to ask for «${name}»`);
    return [value(ids)].filter((each) => each !== null);
  };
  const pair = (parameter: Parameter, value: string): string => `${parameter.name}=${encodeURIComponent(value)}`;
  const needed = asked.filter(({ required }) => required).map((each) => pair(each, valuesOf(each)[0]!));
  const more = asked.filter(({ required }) => !required).flatMap((each) => valuesOf(each).map((v) => pair(each, v)));
  const both = asked.some(({ name }) => name === 'mine') ? ['mine=false&status=done', 'mine=false&status=open'] : [];
  return ['', ...more, ...both.filter(() => asked.some(({ name }) => name === 'status'))].map((each) => {
    const all = [...needed, ...(each === '' ? [] : [each])];
    return all.length === 0 ? '' : `?${all.join('&')}`;
  });
}

type Ask = (read: Read) => request.Test;

interface Found {
  readonly read: Read;
  readonly status: number;
  readonly text: string;
}

async function walk(ask: Ask, some: readonly Read[] = reads): Promise<Found[]> {
  const found: Found[] = [];
  for (const read of some) {
    const answer = await ask(read).buffer(true);
    // a problem repeats the address that was asked, and nothing else of what was sent
    const { instance: _, ...body } = (answer.body ?? {}) as { instance?: string };
    const isText = answer.headers['content-type']?.includes('json') === false;
    found.push({ read, status: answer.status, text: isText ? (answer.text ?? '') : JSON.stringify(body) });
  }
  return found;
}

const askAs = async (account: string): Promise<Ask> => {
  const client = await c.as(account);
  return ({ method, path }) => (method === 'get' ? client.get(path) : client.post(path).send({ form: {} }));
};

/** Answers that tell something of the matter: its words, or that one of its rows exists. */
function leaks(found: readonly Found[], { ids }: SecretMatter): string[] {
  const known = Object.values(ids).flat();
  return found
    .filter(({ text }) => text.includes(MARK) || known.some((id) => text.includes(id)))
    .map(({ read: { method, path }, status }) => `${method} ${path} ${status}`);
}

const faults = (found: readonly Found[]): string[] =>
  found.filter(({ status }) => status >= 500).map(({ read, status }) => `${read.path} ${status}`);

/** The control: those who have a part in it read the marks on all of these. */
const TOLD_TO = {
  gongan: [
    '/obligations',
    '/obligations/{id}',
    '/instances/{id}',
    '/tasks',
    '/tasks/{id}',
    '/submissions/{id}',
    '/submissions/{id}/difference',
    '/instances/{id}/comments',
    '/instances/{id}/copies',
    '/phrases',
  ],
  'sifa-shenhe': ['/tasks', '/notifications', '/submissions'],
  'sifa-jingban': ['/deputies'],
  shizhang: ['/copies'],
  admin: ['/webhooks'],
} as const;

test.each(Object.entries(TOLD_TO))(
  '%s, who has a part in it, is told',
  async (account, routes) => {
    const found = await walk(await askAs(account));
    expect(faults(found)).toEqual([]);
    const told = new Set(found.filter(({ text }) => text.includes(MARK)).map(({ read }) => read.route));
    expect([...told]).toEqual(expect.arrayContaining([...routes]));
  },
  120_000,
);

test.each(['nobody', 'shuili'])(
  'no read of the API tells %s, who has no part in the matter, anything of it',
  async (account) => {
    const found = await walk(await askAs(account));
    expect(found.length).toBeGreaterThan(300);
    expect(faults(found)).toEqual([]);
    expect(leaks(found, secret)).toEqual([]);
  },
  120_000,
);

test('nobody outside reads anything without a session', async () => {
  const once = [...new Map(reads.map((read) => [read.route, read])).values()];
  const found = await walk(({ method, path }) => c.http()[method](`/api/v1/${TENANT}${path}`), once);
  expect([...new Set(found.map(({ status }) => status))].filter((status) => ![401, 403].includes(status))).toEqual([]);
  expect(leaks(found, secret)).toEqual([]);
}, 120_000);

test('somebody of another city with every role there reads nothing, neither at home nor with the address of this city', async () => {
  const id = v7();
  await c.sql(`INSERT INTO person VALUES ('kaiping', $1, 'kaiping', '开平全能', now())`, [id]);
  const hash = await new Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 }).hash('kaiping-mima');
  await c.sql(`INSERT INTO credential VALUES ('kaiping', $1, $2, now())`, [id, hash]);
  for (const role of ['handler', 'reviewer', 'supervisionReviewer', 'supervisionLeader', 'observer', 'flowAdmin'])
    await c.sql(`INSERT INTO membership VALUES ('kaiping', gen_random_uuid(), $1, 'gonganju', $2, '2024-01-01')`, [
      id,
      role,
    ]);
  const session = await c
    .http()
    .post('/api/v1/kaiping/session')
    .send({ account: 'kaiping', password: 'kaiping-mima' })
    .expect(201);
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  for (const tenant of ['kaiping', TENANT]) {
    const found = await walk(({ method, path }) =>
      c.http()[method](`/api/v1/${tenant}${path}`).set('Cookie', cookie).set('X-CSRF-Token', session.body.csrfToken),
    );
    expect(faults(found)).toEqual([]);
    expect([tenant, leaks(found, secret)]).toEqual([tenant, []]);
  }
}, 240_000);

describe('candidates come from the drawing, not from what anybody may read', () => {
  const open = async (account: string, paths: readonly string[]): Promise<number[]> => {
    const client = await c.as(account);
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await client.get(path)).status);
    return statuses;
  };
  const listed = async (account: string): Promise<string[]> =>
    (await (await c.as(account)).get('/tasks?limit=200').expect(200)).body.items.map((item: { id: string }) => item.id);

  test('somebody of a unit that may not read the matter gets its task, opens everything that belongs to it, and decides', async () => {
    const { personId } = await c.as('shuili');
    const named = `<chengban:assignment kind="person" person="${personId}" />`;
    await play.publish(
      'named',
      inARow('named', { other: userTask('other', '', named), last: userTask('last', '', DESK) }),
    );
    const { instanceId, obligationId } = await play.run('named');
    const task = await c.taskAt(instanceId, 'other');
    expect(await listed('shuili')).toContain(task);
    const [submission] = await c.sql<{ id: string }>('SELECT id FROM submission WHERE instance_id = $1', [instanceId]);
    const paths = [
      `/tasks/${task}`,
      `/instances/${instanceId}`,
      `/obligations/${obligationId}`,
      `/submissions/${submission!.id}`,
      `/instances/${instanceId}/comments`,
    ];
    expect(await open('shuili', paths)).toEqual(paths.map(() => 200));
    expect(await open('zhengfuban', paths)).toEqual(paths.map(() => 404));
    await play.act('shuili', instanceId, 'other');
    expect(await play.active(instanceId)).toEqual(['last']);
  });

  test.each<[string, (toId: string) => object]>([
    ['transfer', (toId: string) => ({ toId, reason: '请办' })],
    ['delegate', (toId: string) => ({ toId, reason: '请看' })],
    ['signers', (toId: string) => ({ side: 'beside', mode: 'all', personIds: [toId] })],
  ])('who is brought in by %s opens the task and the matter as well', async (path, body) => {
    await play.publish('plain', inARow('plain', { first: userTask('first', '', DESK) }));
    const { instanceId } = await play.run('plain');
    const desk = await c.as('sifa-jingban');
    const { personId } = await c.as('shuili');
    expect(await open('shuili', [`/instances/${instanceId}`])).toEqual([404]);
    await desk
      .post(`/tasks/${await c.taskAt(instanceId, 'first')}/${path}`)
      .send(body(personId))
      .expect(200);
    const [task] = await c.sql<{ id: string }>(
      `SELECT id FROM task WHERE instance_id = $1 AND status = 'open' AND $2 = ANY(candidate_ids)`,
      [instanceId, personId],
    );
    expect(await listed('shuili')).toContain(task!.id);
    expect(await open('shuili', [`/tasks/${task!.id}`, `/instances/${instanceId}`])).toEqual([200, 200]);
  });
});
