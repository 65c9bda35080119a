import type { INestApplicationContext } from '@nestjs/common';
import type { EmbeddedDatabase } from '../database/embedded/start-embedded.js';

/** Requests that are running may finish in this time. */
const PATIENCE_MS = 10_000;

/**
 * On SIGINT or SIGTERM: no new requests, running ones finish, then the database stops. A second signal ends at once.
 * When the embedded database goes away by itself, so does this process: whatever restarts it brings both back.
 */
export function stopInOrder(app: INestApplicationContext, database: EmbeddedDatabase | null): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await app.close();
    await database?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop().catch((fault) => exitWith(`停止时出错：${String(fault)}`)));
  void database?.exited.then(() => {
    if (!stopping) exitWith('内置数据库意外停止，程序随之退出。请查看数据目录中的 postgres.log，然后重新启动。');
  });
}

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
