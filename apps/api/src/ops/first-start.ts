import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import { accountTable, keepAccounts, shownAccounts } from '../seed/demo-accounts.js';
import { SeedUseCase } from '../seed/seed.use-case.js';

/** Seeds a new installation. @returns what to print about its accounts; null on every later start */
export async function firstStart(app: INestApplicationContext, settings: Settings): Promise<string | null> {
  let file = '';
  const accounts = await app
    .get(SeedUseCase)
    .run({ keep: (all) => void (file = keepAccounts(settings.DATA_DIR, all)) });
  if (accounts === null) return null;
  return [
    '首次启动：已导入方案、单位和演示账号。',
    '',
    accountTable(shownAccounts(accounts)),
    '',
    `各单位经办人的账号就是单位代号（共 ${accounts.length} 个账号），全部密码见 ${file}`,
    '',
  ].join('\n');
}
