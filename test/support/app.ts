import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createApp } from '../../apps/api/src/app.js';
import { readSettings } from '../../apps/api/src/config/read-settings.js';
import { testDatabase, type Template, type TestDatabase } from './database.js';
import { FakeClock } from './fake-clock.js';
import { passwordOf, SMALL_WORLD, TENANT } from './world.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: FakeClock;
  readonly database: TestDatabase;
  /** requests without a session: `app.http().get('/api/v1/taishan/…')` */
  http(): ReturnType<typeof request>;
  /** signs in with the account's test password */
  signIn(account: string): Promise<SignedInClient>;
  /** rows straight from the database */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly template?: Template;
  /** instead of a copy of the template; dropped at the end like one */
  readonly database?: TestDatabase;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real server on a database of its own, in the small city of world.ts, with time standing still. */
export async function testApp({
  template = SMALL_WORLD,
  environment = {},
  database: given,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = given ?? (await testDatabase(template));
  const clock = new FakeClock();
  const settings = readSettings({ DATABASE_POOL: '6', ...environment });
  const app = await createApp({ settings, databaseUrl: database.url, clock });
  const { DataSource } = await import('typeorm');
  const http = (): ReturnType<typeof request> => request(app.getHttpServer());
  return {
    app,
    clock,
    database,
    http,
    signIn: (account) => SignedInClient.open(http, account),
    sql: (text, values) => app.get(DataSource).query(text, values),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Requests of one signed-in person, with cookie and CSRF token; paths are below `/api/v1/taishan`. */
export class SignedInClient {
  private constructor(
    private readonly http: () => ReturnType<typeof request>,
    readonly cookie: string,
    readonly csrfToken: string,
    readonly personId: string,
  ) {}

  static async open(http: () => ReturnType<typeof request>, account: string): Promise<SignedInClient> {
    const answer = await http()
      .post(`/api/v1/${TENANT}/session`)
      .send({ account, password: passwordOf(account) })
      .expect(201);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return new SignedInClient(http, cookie, answer.body.csrfToken, answer.body.person.id);
  }

  get = (path: string): request.Test => this.call('get', path);
  post = (path: string): request.Test => this.call('post', path);
  put = (path: string): request.Test => this.call('put', path);
  patch = (path: string): request.Test => this.call('patch', path);
  delete = (path: string): request.Test => this.call('delete', path);

  private call(method: Method, path: string): request.Test {
    const call = this.http()[method](`/api/v1/${TENANT}${path}`).set('Cookie', this.cookie);
    return method === 'get' ? call : call.set('X-CSRF-Token', this.csrfToken);
  }
}
