import { v7 } from 'uuid';
import type { SignedInClient } from '../../support/app.js';
import { passwordOf } from '../../support/world.js';
import type { City } from './city.js';
import type { Player } from './player.js';

/** A row of the list of what does not arrive. */
export interface Listed {
  readonly id: string;
  readonly revision: number;
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly [field: string]: unknown;
}

/** What does not arrive in a city, as its administrator sees it and acts on it. */
export async function undelivered(c: City, play: Player) {
  const admin = await c.as('admin');

  const list = async (query = ''): Promise<Listed[]> =>
    (await admin.get(`/deliveries${query}`).expect(200)).body.items as Listed[];

  /** A message that nobody waits for yet; answers its id. */
  const send = async (key: string): Promise<string> => {
    const message = { name: '行政复议决定', key, variables: { result: '机密的结果' } };
    return (await admin.post('/flow-messages/messages').send(message).expect(202)).body.id as string;
  };

  /** The outbox tries `times` times, each after the pause of the last. */
  async function tried(times: number): Promise<void> {
    for (let n = 0; n < times; n++) {
      await play.deliverOnce();
      c.clock.advance({ hours: 1 });
    }
  }

  async function failing(key: string): Promise<Listed> {
    const id = await send(key);
    await tried(3);
    return (await list()).find((item) => item.id === id)!;
  }

  async function letGo(key: string): Promise<Listed> {
    const id = await send(key);
    await tried(3);
    c.clock.advance({ days: 7 });
    await play.deliverOnce();
    return (await list()).find((item) => item.id === id)!;
  }

  const act = (client: SignedInClient, verb: string, { id, revision }: Listed) =>
    client.post(`/deliveries/messages/${id}/${verb}`).set('If-Match', `"${revision}"`);

  /** every test has the list for itself */
  async function empty(): Promise<void> {
    await c.sql('DELETE FROM outbox');
    await c.sql('DELETE FROM timer');
    await c.sql('DELETE FROM scheduled_start');
  }

  return { admin, list, send, tried, failing, letGo, act, empty };
}

export type Undelivered = Awaited<ReturnType<typeof undelivered>>;

/** An administrator of another city. */
export async function adminElsewhere(c: City) {
  const id = v7();
  const { personId } = await c.as('admin');
  await c.sql(`INSERT INTO person VALUES ('kaiping', $1, 'admin', '开平管理员', now())`, [id]);
  await c.sql(`INSERT INTO credential SELECT 'kaiping', $1, hash, now() FROM credential WHERE person_id = $2`, [
    id,
    personId,
  ]);
  await c.sql(
    `INSERT INTO membership VALUES ('kaiping', gen_random_uuid(), $1, 'gonganju', 'flowAdmin', '2024-01-01', NULL)`,
    [id],
  );
  const session = await c
    .http()
    .post('/api/v1/kaiping/session')
    .send({ account: 'admin', password: passwordOf('admin') })
    .expect(201);
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  return {
    get: (path: string) => c.http().get(`/api/v1/kaiping${path}`).set('Cookie', cookie),
    post: (path: string) =>
      c
        .http()
        .post(`/api/v1/kaiping${path}`)
        .set('Cookie', cookie)
        .set('X-CSRF-Token', session.body.csrfToken as string),
  };
}
