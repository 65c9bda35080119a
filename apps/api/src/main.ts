import 'reflect-metadata';
import { readSettings, SettingsError } from './config/read-settings.js';
import type { Settings } from './config/settings.js';
import { startEmbedded, type EmbeddedDatabase } from './database/embedded/start-embedded.js';
import { stopInOrder } from './ops/stop-in-order.js';

/** Starts everything: database, schema, first data, server. Says in Chinese what it does, and what went wrong. */
async function main(): Promise<void> {
  const started = performance.now();
  const settings = readSettings(process.env);
  // loading the program takes as long as starting the database: side by side
  const [database, { createApp }] = await Promise.all([startDatabase(settings), import('./app.js')]);
  const databaseUrl = settings.DATABASE_URL ?? database!.url();
  const app = await createApp({ settings, databaseUrl });
  stopInOrder(app, database);
  const { firstStart } = await import('./ops/first-start.js');
  const accounts = await firstStart(app, settings);
  await app.listen(settings.PORT, settings.HOST);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (accounts !== null) console.log(accounts);
  console.log(`承办已启动（${seconds} 秒）：${await app.getUrl()}/`);
}

const startDatabase = (settings: Settings): Promise<EmbeddedDatabase | null> =>
  settings.DATABASE_URL === undefined ? startEmbedded(settings.DATA_DIR) : Promise.resolve(null);

/** One plain sentence for what a person can put right; everything for what is our fault. */
function explain(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault instanceof SettingsError || fault.name === 'DataDirectoryInUse') return fault.message;
  const { code, address, port } = fault as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${(port ?? 3000) + 1} npm start`;
  if (code === 'EACCES' && port !== undefined)
    return `没有权限使用端口 ${port}。请使用 1024 以上的端口，例如 PORT=3000。`;
  if (code === 'EADDRNOTAVAIL') return `本机没有地址 ${address}。请检查 HOST。`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `连接不上数据库。请检查 DATABASE_URL：${fault.message}`;
  return /\p{Script=Han}/u.test(fault.message) ? fault.message : (fault.stack ?? fault.message);
}

main().catch((fault: unknown) => {
  console.error(`启动失败。${explain(fault)}`);
  // the embedded database, if it runs, ends with this process
  process.exit(1);
});
