import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../../apps/api/src/app.js';
import { readSettings } from '../../../apps/api/src/config/read-settings.js';
import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { TENANT } from '../../support/world.js';
import { city, type City } from './city.js';
import { WITH_TIMER } from './drawings.js';

const INSTANCES = 100;

let c: City;
const children: ChildProcess[] = [];
const dataDir = mkdtempSync(path.join(tmpdir(), 'chengban-killed-'));

beforeAll(async () => {
  c = await city();
});
afterAll(async () => {
  for (const child of children) await end(child);
  await c?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** A server of its own on the city's database, with the real clock: for it every term of the story is over. */
function server(): ChildProcess {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: c.database.url, PORT: '0', DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

async function withTerms(count: number): Promise<string[]> {
  const admin = await c.as('admin');
  const key = 'with-timer';
  await admin.post('/definitions').send({ key, name: key, xml: WITH_TIMER }).expect(201);
  await admin.post(`/definitions/${key}/versions`).send({ xml: WITH_TIMER, note: '测试', basedOn: 0 }).expect(201);
  await c.sql(`INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', $1)`, [
    key,
  ]);
  const unit = await c.as('dajiang');
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { taskId, instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    await unit
      .post(`/tasks/${taskId}/submit`)
      .send({ data: { content: '完成' }, evidenceIds: [] })
      .expect(200);
    ids.push(instanceId);
  }
  return ids;
}

const firedSoFar = async (): Promise<number> =>
  (await c.sql<{ fired: number }>(`SELECT count(*)::int AS fired FROM timer WHERE status = 'fired'`))[0]!.fired;

test('terms that are over fire once each, although a server is killed in the middle and two others take over', async () => {
  const instances = await withTerms(INSTANCES);
  const first = server();
  while ((await firedSoFar()) === 0) expect(first.exitCode).toBeNull();
  await end(first);
  const before = await firedSoFar();
  expect(before).toBeLessThan(INSTANCES);
  const [second, third] = [server(), server()];
  while ((await firedSoFar()) < INSTANCES) expect([second.exitCode, third.exitCode]).toEqual([null, null]);
  const lines = await c.sql<{ count: number }>(
    `SELECT instance_id, count(*)::int AS count FROM history WHERE verb = 'timer' GROUP BY instance_id`,
  );
  expect(lines).toHaveLength(INSTANCES);
  expect(lines.every((line) => line.count === 1)).toBe(true);
  const verify = c.app.get(VerifyInstanceUseCase, { strict: false });
  for (const id of instances) expect(await verify.execute(TENANT, id)).toEqual({ sound: true });
}, 120_000);

test('a process that has never seen the drawing runs its instances from the stored machine alone', async () => {
  await c.sql('ALTER TABLE definition_version DISABLE TRIGGER definition_version_is_final');
  await c.sql(`UPDATE definition_version SET xml = 'gone'`);
  const cold = await c.sql<{ id: string }>(`SELECT id FROM instance LIMIT 1`);
  const settings = readSettings({ DATABASE_POOL: '4' });
  const app = await createApp({ settings, databaseUrl: c.database.url, clock: c.clock });
  const verified = await app.get(VerifyInstanceUseCase, { strict: false }).execute(TENANT, cold[0]!.id);
  await app.close();
  expect(verified).toEqual({ sound: true });
});
