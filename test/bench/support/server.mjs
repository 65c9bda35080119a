import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A fresh folder for one server's data. */
export const dataFolder = () => mkdtempSync(path.join(os.tmpdir(), 'chengban-bench-'));

/** @returns {Promise<number>} a TCP port that is free now */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/**
 * The built product as a process of its own.
 * @param {string} dataDir
 * @returns {Promise<{ url: string, seconds: number, pid: number, password: (account: string) => string, stop: () => Promise<void> }>}
 *   `seconds` until the sign-in page and the API answer
 */
export async function startServer(dataDir) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', openSync(path.join(dataDir, 'server.log'), 'a')],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!(await answers(`${url}/api/health/ready`))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await pause(10);
  }
  if (!(await answers(`${url}/taishan/`))) throw new Error('the page does not open');
  return {
    url,
    seconds: (performance.now() - began) / 1000,
    pid: child.pid ?? 0,
    password: (account) => passwordOf(dataDir, account),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** @param {string} url */
const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** @param {string} dataDir @param {string} account */
function passwordOf(dataDir, account) {
  const lines = readFileSync(path.join(dataDir, 'demo-accounts.txt'), 'utf8').split('\n');
  const found = lines.map((line) => line.split(/\s+/)).find(([name]) => name === account)?.[1];
  if (found === undefined) throw new Error(`no account ${account}`);
  return found;
}

/** @param {string} dataDir */
export const removeFolder = (dataDir) => rmSync(dataDir, { recursive: true, force: true });
