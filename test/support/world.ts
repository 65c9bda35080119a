import type { Role } from '@chengban/domain';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Passwords } from '../../apps/api/src/identity/passwords.js';
import type { Template } from './database.js';

/** A small city: three departments, one town, the office above, and a neighbouring city that nobody here may see. */
const UNITS = [
  ['gonganju', '市公安局', 'department', ['公安']],
  ['shuiliju', '市水利局', 'department', ['水利']],
  ['sifaju', '市司法局', 'department', ['司法']],
  ['zhengfuban', '市政府办公室', 'office', []],
  ['dajiang', '大江镇', 'town', []],
] as const;

/** account → name and roles; the password is the account itself followed by `-mima` */
const PEOPLE: Readonly<Record<string, readonly [string, ...(readonly [string, Role])[]]>> = {
  gongan: ['陈警官', ['gonganju', 'handler']],
  gongan2: ['梁警官', ['gonganju', 'handler']],
  'gongan-shenhe': ['黄科长', ['gonganju', 'reviewer']],
  shuili: ['李水生', ['shuiliju', 'handler']],
  dajiang: ['伍镇长', ['dajiang', 'handler']],
  'sifa-jingban': ['司徒经办', ['sifaju', 'handler'], ['sifaju', 'supervisionHandler']],
  'sifa-shenhe': ['谭审核', ['sifaju', 'supervisionReviewer']],
  'sifa-lingdao': ['余局长', ['sifaju', 'supervisionLeader']],
  zhengfuban: ['赵秘书', ['zhengfuban', 'reviewer']],
  shizhang: ['市长', ['zhengfuban', 'observer']],
  admin: ['系统管理员', ['sifaju', 'flowAdmin']],
  nobody: ['无岗人员'],
};

export const TENANT = 'taishan';

export const passwordOf = (account: string): string => `${account}-mima`;

const since = '2024-01-01';

/** Template with units, people and passwords (hashed at the cheapest cost: there are a dozen of them). */
export const SMALL_WORLD: Template = {
  name: 'template_small_world',
  fill: async (dataSource) => {
    const passwords = new Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 });
    const q = (sql: string, values: unknown[]): Promise<unknown> => dataSource.query(sql, values);
    await q(`INSERT INTO tenant VALUES ($1, '台山市', now()), ('kaiping', '开平市', now())`, [TENANT]);
    for (const [id, name, kind, sectors] of UNITS)
      await q('INSERT INTO unit VALUES ($1, $2, $3, $3, $4, $5, $6)', [TENANT, id, name, kind, sectors, since]);
    await q(`INSERT INTO unit VALUES ('kaiping', 'gonganju', '开平市公安局', '公安局', 'department', '{}', $1)`, [
      since,
    ]);
    for (const [account, [name, ...roles]] of Object.entries(PEOPLE)) {
      const id = uuid();
      await q('INSERT INTO person VALUES ($1, $2, $3, $4, now())', [TENANT, id, account, name]);
      await q('INSERT INTO credential VALUES ($1, $2, $3, now())', [
        TENANT,
        id,
        await passwords.hash(passwordOf(account)),
      ]);
      for (const [unit, role] of roles)
        await q('INSERT INTO membership VALUES ($1, $2, $3, $4, $5, $6)', [TENANT, uuid(), id, unit, role, since]);
    }
  },
};
