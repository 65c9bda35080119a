import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Finds out before anything is started whether the address can be listened on.
 * @throws the system's own error: EADDRINUSE, EACCES, EADDRNOTAVAIL
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
