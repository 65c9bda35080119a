import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { Settings } from '../../../apps/api/src/config/settings.js';
import { ScheduledStarts1764001400000 } from '../../../apps/api/src/definitions/scheduled-starts.migration.js';
import { SeedDefinitionsUseCase } from '../../../apps/api/src/definitions/seed-definitions.use-case.js';
import { StartWithoutPerson1764001300000 } from '../../../apps/api/src/instances/start-without-person.migration.js';
import { TENANT } from '../../support/world.js';
import { city, type City } from '../work/city.js';
import { player, type Player } from '../work/player.js';
import { plain, timed } from '../work/unattended-drawings.js';

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
});
afterAll(() => c?.close());

const schedule = (): Promise<{ key: string; dueAt: Date; version: number }[]> =>
  c.sql(
    `SELECT s.definition_key AS key, s.due_at AS "dueAt", v.version FROM scheduled_start s
       JOIN definition_version v ON v.tenant = s.tenant AND v.id = s.definition_version_id ORDER BY s.definition_key`,
  );

async function run(migration: MigrationInterface, way: 'up' | 'down'): Promise<void> {
  const runner = c.app.get(DataSource).createQueryRunner();
  try {
    await migration[way](runner);
  } finally {
    await runner.release();
  }
}

test('flows that were published before the server watched the clock begin at the times still to come', async () => {
  await p.publish('to-come', timed('to-come', 'timeDate:2098-01-01'));
  await p.publish('to-come', timed('to-come', 'timeDate:2099-01-01'));
  await p.publish('passed', timed('passed', 'timeDate:2020-01-01'));
  await p.publish('daily', timed('daily', 'timeCycle:R/P1D'));
  await p.publish('no-more', timed('no-more', 'timeDate:2099-01-01'));
  await p.publish('no-more', plain('no-more'));
  await run(new ScheduledStarts1764001400000(), 'down');
  await run(new ScheduledStarts1764001400000(), 'up');
  const [daily, toCome, ...more] = await schedule();
  expect(more).toEqual([]);
  expect(toCome).toEqual({ key: 'to-come', dueAt: new Date('2098-12-31T16:00:00Z'), version: 2 });
  const [{ ahead } = { ahead: 0 }] = await c.sql<{ ahead: number }>(
    `SELECT extract(epoch FROM $1::timestamptz - now())::float8 / 3600 AS ahead`,
    [daily?.dueAt],
  );
  expect([daily?.key, ahead > 0 && ahead <= 24]).toEqual(['daily', true]);
});

test('an older program that knows no flow without a starter is not brought back over one', async () => {
  await p.publish('now', timed('now', 'timeDate:2024-11-01'));
  await p.bind('now', 'dajiang');
  await run(new StartWithoutPerson1764001300000(), 'down');
  await run(new StartWithoutPerson1764001300000(), 'up');
  await c.obligation({ unitId: 'dajiang' });
  await p.beginDue();
  await p.deliver();
  await expect(run(new StartWithoutPerson1764001300000(), 'down')).rejects.toThrow('有 1 个流程是定时开始的');
});

test('a flow that ships with the program begins at its time as any other', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'chengban-home-'));
  const folder = path.join(home, 'workflows', 'shipped');
  mkdirSync(folder, { recursive: true });
  cpSync('workflows/filing/form.json', path.join(folder, 'form.json'));
  writeFileSync(path.join(folder, 'workflow.bpmn'), timed('shipped', 'timeDate:2024-12-02'));
  const settings = c.app.get(Settings);
  const before = settings.HOME_DIR;
  Object.assign(settings, { HOME_DIR: home });
  try {
    expect(await c.app.get(SeedDefinitionsUseCase, { strict: false }).execute(TENANT)).toEqual(['shipped']);
  } finally {
    Object.assign(settings, { HOME_DIR: before });
    rmSync(home, { recursive: true });
  }
  expect((await schedule()).find(({ key }) => key === 'shipped')?.dueAt).toEqual(new Date('2024-12-01T16:00:00Z'));
});
