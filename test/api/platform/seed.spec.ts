import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Passwords } from '../../../apps/api/src/identity/passwords.js';
import { firstStart } from '../../../apps/api/src/ops/first-start.js';
import { SeedUseCase } from '../../../apps/api/src/seed/seed.use-case.js';
import { Settings } from '../../../apps/api/src/config/settings.js';
import { testApp, type TestApp } from '../../support/app.js';
import { EMPTY } from '../../support/database.js';

let app: TestApp;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'chengban-seed-'));
  app = await testApp({ template: EMPTY, environment: { DATA_DIR: directory } });
});
afterEach(async () => {
  await app.close();
  rmSync(directory, { recursive: true, force: true });
});

const count = async (table: string): Promise<number> =>
  (await app.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;

test('the first start brings the city, its people, the flows and the plan with all its obligations', async () => {
  const began = performance.now();
  const accounts = await app.app.get(SeedUseCase).run();
  const seconds = (performance.now() - began) / 1000;
  const { units } = JSON.parse(readFileSync('seeds/taishan/units.json', 'utf8'));
  expect(await count('unit')).toBe(units.length);
  expect(await count('key_task')).toBe(6);
  expect(await count('work_task')).toBe(20);
  expect(await count('measure')).toBe(55);
  expect(await count('obligation')).toBeGreaterThan(500);
  expect(await count('definition')).toBe(5);
  expect(await count('person')).toBe(accounts!.length);
  expect(await app.sql(`SELECT status, confirmed_by FROM plan_draft`)).toEqual([
    { status: 'confirmed', confirmed_by: null },
  ]);
  const [kept] = await app.sql<{ sha: string; bytes: Buffer }>(
    'SELECT file_sha256 AS sha, file_bytes AS bytes FROM plan_draft',
  );
  expect(kept!.bytes.equals(readFileSync('seeds/taishan/tasklist.txt'))).toBe(true);
  expect(kept!.sha).toBe(createHash('sha256').update(kept!.bytes).digest('hex'));
  // the promise is two seconds; this machine runs several test processes beside it
  expect(seconds).toBeLessThan(6);
});

test('every demo account can sign in with its own random password, which is stored nowhere in clear', async () => {
  const accounts = (await app.app.get(SeedUseCase).run())!;
  expect(new Set(accounts.map((account) => account.password)).size).toBe(accounts.length);
  for (const { person, password } of accounts.slice(0, 3)) {
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    await app.http().post('/api/v1/taishan/session').send({ account: person.account, password }).expect(201);
  }
  const everything = await app.sql<{ row: string }>(
    'SELECT credential::text AS row FROM credential UNION ALL SELECT person::text FROM person',
  );
  for (const { password } of accounts) expect(everything.some(({ row }) => row.includes(password))).toBe(false);
});

test('the accounts are printed once and kept in a file that only its owner reads', async () => {
  const settings = app.app.get(Settings);
  const printed = await firstStart(app.app, settings);
  expect(printed).toMatch(/首次启动[^]*gongan [^]*sifa-shenhe [^]*admin /);
  const file = join(directory, 'demo-accounts.txt');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const kept = readFileSync(file, 'utf8');
  const password = /^gongan +(\S+)/m.exec(printed!)![1]!;
  expect(kept).toContain(password);
  expect(kept).toMatch(/^dajiang /m);
  expect(await firstStart(app.app, settings)).toBeNull();
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('a crash in the middle leaves nothing, and the next start seeds again', async () => {
  const seed = app.app.get(SeedUseCase);
  const crash = seed.run({
    keep: () => {
      throw new Error('planted');
    },
  });
  await expect(crash).rejects.toThrow('planted');
  for (const table of ['tenant', 'unit', 'person', 'credential', 'definition', 'plan', 'plan_draft', 'obligation'])
    expect([table, await count(table)]).toEqual([table, 0]);
  expect(await seed.run()).not.toBeNull();
  expect(await count('plan')).toBe(1);
});

test('several processes that start together seed once', async () => {
  const seed = app.app.get(SeedUseCase);
  const results = await Promise.all([seed.run(), seed.run(), seed.run()]);
  expect(results.filter((result) => result !== null)).toHaveLength(1);
  expect(await count('tenant')).toBe(1);
  expect(await count('plan')).toBe(1);
  expect(await seed.run()).toBeNull();
});

test('generating obligations again for the same plan adds none and changes no number', async () => {
  await app.app.get(SeedUseCase).run();
  const before = await app.sql('SELECT key, number FROM obligation ORDER BY key');
  const { ObligationStore } = await import('../../../apps/api/src/plans/obligation.store.js');
  const { UnitsReadModel } = await import('../../../apps/api/src/people/units.read-model.js');
  const { Transactions } = await import('../../../apps/api/src/database/transactions.js');
  const { generateObligations } = await import('@chengban/domain');
  const [store, units] = [app.app.get(ObligationStore), app.app.get(UnitsReadModel)];
  const reading = JSON.parse(readFileSync('seeds/taishan/reading.json', 'utf8'));
  const [plan] = await app.sql<{ id: string }>('SELECT id FROM plan');
  const added = await app.app.get(Transactions).inTransaction(async (manager) => {
    const { obligations } = generateObligations({
      plan: { code: '台执督', measures: reading.measures },
      ...(await units.register('taishan')),
      policy: {
        period: { from: '2024-01-01', to: '2025-12-31' },
        progressCadence: 'yearly',
        supervisorUnitId: 'sifaju',
      },
      existing: await store.existing(manager, 'taishan', plan!.id),
    });
    return store.add(manager, 'taishan', plan!.id, obligations, new Date());
  });
  expect(added).toBe(0);
  expect(await app.sql('SELECT key, number FROM obligation ORDER BY key')).toEqual(before);
});

test('an unknown account costs as much time as a wrong password', async () => {
  const passwords = new Passwords();
  const stored = await passwords.hash('right');
  expect(await passwords.verify(stored, 'right')).toBe(true);
  expect(await passwords.verify(stored, 'wrong')).toBe(false);
  expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
  const median = async (hash: string | undefined): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 9; i++) {
      const began = process.cpuUsage();
      await passwords.verify(hash, 'guess');
      times.push(process.cpuUsage(began).user);
    }
    return times.sort((a, b) => a - b)[4]!;
  };
  const [unknown, known] = [await median(undefined), await median(stored)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});
