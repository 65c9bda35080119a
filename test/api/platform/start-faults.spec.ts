import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { readSettings } from '../../../apps/api/src/config/read-settings.js';
import { explainFault } from '../../../apps/api/src/ops/explain-fault.js';
import { requireFreePort } from '../../../apps/api/src/ops/require-free-port.js';

const explained = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no fault',
    (fault: unknown) => explainFault(fault),
  );

test('a port that somebody uses is said plainly, with a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await explained(requireFreePort(port, '127.0.0.1'))).toBe(
    `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
  );
  other.close();
  await once(other, 'close');
  expect(await explained(requireFreePort(port, '127.0.0.1'))).toBe('no fault');
});

test('an address that this machine does not have is said plainly', async () => {
  expect(await explained(requireFreePort(0, '203.0.113.1'))).toBe(
    '本机没有地址 203.0.113.1。请检查 HOST，通常是 127.0.0.1 或 0.0.0.0。',
  );
});

test('wrong settings come as they were written for people, a fault of ours with its place in the code', () => {
  let said = '';
  try {
    readSettings({ PORT: 'x' });
  } catch (fault) {
    said = explainFault(fault);
  }
  expect(said).toMatch(/^环境设置有误[^]*PORT 应当是/);
  expect(explainFault(new Error('planted'))).toContain('start-faults.spec');
  expect(explainFault(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toContain('DATABASE_URL');
});
