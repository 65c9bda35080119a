import type request from 'supertest';
import { MATTER_VERBS, TASK_VERBS } from '@chengban/domain';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';
import { propertyRuns } from '../../support/property-runs.js';
import { TENANT } from '../../support/world.js';
import { city, offered, type City } from './city.js';
import { contradictions } from './contradictions.js';
import { player } from './player.js';
import { ADMINS, EVERYBODY, everyKindOfSeat, lookAt, nextAct, randomFrom, type Tried } from './random-verbs.js';

// Anybody does anything, on matters with seats of every kind, before two servers on one database: by turns, and both at
// once. After each act everything that is stored must still agree.

let c: City;
let other: TestApp;
const ids = new Map<string, string>();
const idOf = (account: string): string => ids.get(account)!;
const sessions = new Map<string, Promise<SignedInClient>>();
const done = new Map<string, number>();

beforeAll(async () => {
  c = await city();
  for (const { account, id } of await c.sql<{ account: string; id: string }>('SELECT account, id FROM person'))
    ids.set(account, id);
  await c.sql(`INSERT INTO membership VALUES ($1, gen_random_uuid(), $2, 'sifaju', 'flowAdmin', '2024-01-01')`, [
    TENANT,
    idOf(ADMINS[1]),
  ]);
  const play = player(c);
  await play.publish('walk', everyKindOfSeat(idOf));
  await play.bind('walk', 'gonganju');
  // the database belongs to the city, which drops it
  const environment = { SESSION_IDLE_HOURS: '720', SESSION_MAX_HOURS: '720', DATA_DIR: c.dataDir };
  other = await testApp({ environment, database: { ...c.database, drop: async () => undefined } });
}, 120_000);
afterAll(async () => {
  await other?.close();
  await c?.close();
});

/** Signed in once at each of the two. */
const at = (server: number, account: string): Promise<SignedInClient> => {
  const key = `${server} ${account}`;
  if (!sessions.has(key)) sessions.set(key, server === 0 ? c.as(account) : other.signIn(account));
  return sessions.get(key)!;
};

const later = (): void => [c.clock, other.clock].forEach((clock) => clock.advance({ minutes: 20 }));

const send = async (server: number, { by, method, path, body }: Tried): Promise<request.Response> =>
  (await at(server, by))[method](path).send(body);

const succeeded = ({ status, body }: request.Response): boolean => status === 200 && (body.results?.[0]?.ok ?? true);

/** What an answer says that no answer may say, or null. */
function wrongWith(answer: request.Response, tried: Tried): string | null {
  const what = `${tried.by} ${tried.deed} ${JSON.stringify(tried.body)}: ${answer.status} ${answer.text}`;
  if (![200, 403, 404, 409, 422].includes(answer.status)) return what;
  if (answer.status !== 200 && !/\p{Script=Han}/u.test(answer.body.title)) return what;
  if (succeeded(answer)) done.set(tried.deed, (done.get(tried.deed) ?? 0) + 1);
  return null;
}

/** Verbs whose body cannot be the reason why they are refused. */
const PLAIN: ReadonlySet<string> = new Set(['claim', 'release', 'approve', 'save']);

/** A button is never a lie: before one server it is seen, before the other it is pressed. */
async function pressed(tried: Tried): Promise<string | null> {
  const [, task] = /^\/tasks\/([^/]+)\//.exec(tried.path) ?? [];
  const page = task === undefined ? null : await (await at(0, tried.by)).get(`/tasks/${task}`);
  const answer = await send(1, tried);
  const wrong = wrongWith(answer, tried);
  if (wrong !== null || page?.status !== 200 || !PLAIN.has(tried.deed)) return wrong;
  const { allowed = false, code } = offered(page, tried.deed) ?? {};
  const agrees = allowed === succeeded(answer) && (allowed || code === undefined || code === answer.body.code);
  return agrees ? null : `${tried.by} was shown ${tried.deed} ${allowed} ${code ?? ''}, got ${answer.text}`;
}

const MATTERS = 3;
const STEPS = 100;

test.each(Array.from({ length: propertyRuns(3) }, (_, at) => at + 1))(
  'before two servers anybody does anything, and after each act everything agrees (walk %i)',
  async (walk) => {
    const random = randomFrom(walk + Number(process.env['PROPERTY_SEED'] ?? 0));
    const matters: string[] = [];
    for (let n = 0; n < MATTERS; n += 1) matters.push((await c.started()).instanceId);
    for (let step = 0; step < STEPS; step += 1) {
      later();
      const instanceId = matters[random(MATTERS)]!;
      const standing = await lookAt(c, instanceId);
      const tried = nextAct(random, idOf, standing);
      // every third time two act at once, each before another server
      const second = random(3) === 0 ? nextAct(random, idOf, standing) : null;
      const wrong = second
        ? (await Promise.all([send(0, tried), send(1, second)])).map((answer, n) =>
            wrongWith(answer, n === 0 ? tried : second),
          )
        : [await pressed(tried)];
      const acts = [tried, second].map((each) => each && `${each.by} ${each.deed}`).join(' and ');
      expect({ step, acts, wrong: wrong.filter((each) => each !== null) }).toEqual({ step, acts, wrong: [] });
      expect({ step, acts, found: await contradictions(c, [instanceId]) }).toEqual({ step, acts, found: [] });
    }
  },
  120_000,
);

test('the walks have come by most verbs, and everybody has done something', () => {
  const verbs = [...TASK_VERBS, ...MATTER_VERBS].filter((verb) => (done.get(verb) ?? 0) > 0);
  expect(verbs.length).toBeGreaterThan(12);
  expect(sessions.size).toBeGreaterThan(EVERYBODY.length);
});
