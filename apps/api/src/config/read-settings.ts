import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Settings } from './settings.js';

/** The environment is wrong; `message` lists every fault in Chinese, one per line. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Settings from environment variables. An empty variable counts as not set.
 * @throws SettingsError naming every variable that is wrong
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const known = Object.keys(new Settings()).concat('DATABASE_URL');
  const given = Object.fromEntries(known.filter((key) => env[key]?.trim()).map((key) => [key, env[key]]));
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const faults = validateSync(settings, { stopAtFirstError: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (faults.length > 0)
    throw new SettingsError(`环境设置有误，请改正后重新启动：\n${faults.map((f) => `  · ${f}`).join('\n')}`);
  return settings;
}
