import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@chengban/domain';
import type { SeedPerson } from './seed-files.js';

export interface DemoAccount {
  readonly person: SeedPerson;
  readonly password: string;
  readonly unitNames: readonly string[];
}

const FILE = 'demo-accounts.txt';

/** Chinese characters are two columns wide in a terminal. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffff]/.test(c) ? 2 : 1), 0);
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));

const line = ({ person, password, unitNames }: DemoAccount): string => {
  const roles = [...new Set(person.memberships.map((held) => ROLES[held.role]))].join('、');
  return pad(person.account, 26) + pad(password, 18) + pad(person.name, 20) + `${unitNames.join('、')} ${roles}`;
};

const HEAD = pad('账号', 26) + pad('密码', 18) + pad('姓名', 20) + '单位 岗位';

/** The table of these accounts, for a terminal. */
export const accountTable = (accounts: readonly DemoAccount[]): string => [HEAD, ...accounts.map(line)].join('\n');

/** Those that show one kind of work each; the accounts named after units are many and all alike. */
export const shownAccounts = (accounts: readonly DemoAccount[]): DemoAccount[] =>
  accounts.filter(
    ({ person }) => !person.memberships.every((held) => held.unitId === person.account && held.role === 'handler'),
  );

/** Writes the accounts where their owner, and nobody else on this machine, finds them again. @returns the file */
export function keepAccounts(dataDir: string, accounts: readonly DemoAccount[]): string {
  const file = join(dataDir, FILE);
  const note = [
    '# 演示账号。密码在首次启动时随机生成，数据库中只保存其摘要，忘记后无法找回。',
    '# 正式使用前请删除这些账号和本文件。',
    '',
  ];
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${note.join('\n')}${accountTable(accounts)}\n`, { mode: 0o600 });
  // an older file of this name keeps its mode when it is overwritten
  chmodSync(file, 0o600);
  return file;
}
