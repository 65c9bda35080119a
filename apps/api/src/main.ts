import 'reflect-metadata';
import { readSettings } from './config/read-settings.js';
import { startEmbedded, type EmbeddedDatabase } from './database/embedded/start-embedded.js';
import { explainFault } from './ops/explain-fault.js';
import { requireFreePort } from './ops/require-free-port.js';
import { stopInOrder } from './ops/stop-in-order.js';

let database: EmbeddedDatabase | null = null;

/** Starts everything: database, schema, first data, server. Says in Chinese what it does, and what went wrong. */
async function main(): Promise<void> {
  const started = performance.now();
  const settings = readSettings(process.env);
  await requireFreePort(settings.PORT, settings.HOST);
  // loading the program takes as long as starting the database: side by side
  const program = Promise.all([import('./app.js'), import('./ops/first-start.js')]);
  const databaseUrl = settings.DATABASE_URL ?? (database = await startEmbedded(settings.DATA_DIR)).url();
  const [{ createApp }, { firstStart }] = await program;
  const app = await createApp({ settings, databaseUrl });
  stopInOrder(app, database);
  const accounts = await firstStart(app, settings);
  await app.listen(settings.PORT, settings.HOST);
  if (accounts !== null) console.log(accounts);
  console.log(`承办已启动（${((performance.now() - started) / 1000).toFixed(1)} 秒）：${await app.getUrl()}/`);
}

main().catch(async (fault: unknown) => {
  console.error(`启动失败。${explainFault(fault)}`);
  await database?.stop();
  process.exit(1);
});
