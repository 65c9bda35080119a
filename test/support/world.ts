import type { Role } from '@chengban/domain';
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

export const PLAN_ID = '01930000-0000-7000-8000-000000000001';

/** name in tests → measure, unit, kind, last day; every one still to be started */
const OBLIGATION_LIST = {
  gonganNovember: [1, 'gonganju', 'stageResult', '2024-11-20'],
  gonganDecember: [2, 'gonganju', 'stageResult', '2024-12-31'],
  shuiliDecember: [2, 'shuiliju', 'stageResult', '2024-12-31'],
  dajiangFiling: [3, 'dajiang', 'filing', '2024-11-30'],
  sifaOwn: [2, 'sifaju', 'bureauOwn', '2024-12-31'],
  gonganOverdue: [3, 'gonganju', 'filing', '2024-10-31'],
} as const;

export type ObligationName = keyof typeof OBLIGATION_LIST;

/** ids of the small city's obligations */
export const OBLIGATIONS = Object.fromEntries(
  Object.keys(OBLIGATION_LIST).map((name, i) => [name, `01930000-0000-7000-8000-00000000010${i}`]),
) as Readonly<Record<ObligationName, string>>;

const MEASURES = [
  [1, 1, 1, '落实“导师制”培训机制', ['市公安局'], '每年11月中旬前将培训情况报市司法局，持续推进'],
  [2, 1, 2, '建立业务培训登记卡', ['市公安局', '市水利局', '市司法局'], '2024年12月底前形成阶段性成果'],
  [3, 2, 3, '制定执法案卷评查办法', ['市公安局', '大江镇'], '2024年11月底前将办法报送市司法局备案'],
] as const;

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
      await q(`INSERT INTO unit VALUES ($1, $2, $3, $3, $4, $5, '{}', $6)`, [TENANT, id, name, kind, sectors, since]);
    await q(`INSERT INTO unit VALUES ('kaiping', 'gonganju', '开平市公安局', '公安局', 'department', '{}', '{}', $1)`, [
      since,
    ]);
    await addGroup(q);
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
    await addPlan(q);
  },
};

type Query = (sql: string, values: unknown[]) => Promise<unknown>;

async function addGroup(q: Query): Promise<void> {
  await q(`INSERT INTO unit_group VALUES ($1, 'zhifa', '各行政执法单位', '{}')`, [TENANT]);
  for (const unit of ['gonganju', 'shuiliju'])
    await q(`INSERT INTO unit_group_member VALUES ($1, 'zhifa', $2, $3)`, [TENANT, unit, since]);
}

async function addPlan(q: Query): Promise<void> {
  const in_ = [TENANT, PLAN_ID];
  await q(
    `INSERT INTO plan VALUES ($1, $2, '行政执法质量三年行动', '台执督', 'live', '2024-01-01', '2025-12-31', 'yearly', 'sifaju', now())`,
    in_,
  );
  await q(`INSERT INTO key_task VALUES ($1, $2, 1, '提升人员素质'), ($1, $2, 2, '规范执法')`, in_);
  await q(`INSERT INTO work_task VALUES ($1, $2, 1, 1, '培训'), ($1, $2, 2, 1, '登记'), ($1, $2, 3, 2, '评查')`, in_);
  for (const [no, keyTask, workTask, text, units, deadline] of MEASURES)
    await q(`INSERT INTO measure VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}')`, [
      TENANT,
      PLAN_ID,
      no,
      keyTask,
      workTask,
      text,
      units,
      { text: deadline, milestones: [], ongoing: false },
    ]);
  for (const [i, [name, [measure, unit, kind, dueOn]]] of Object.entries(OBLIGATION_LIST).entries())
    await q(
      `INSERT INTO obligation (tenant, id, plan_id, key, number, seq, measure_no, unit_id, kind, requirement, due_on, status,
         reader_unit_ids, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '形成阶段性成果', $10, 'pending', '{}', '2024-01-02T00:00:00Z')`,
      [
        TENANT,
        OBLIGATIONS[name as ObligationName],
        PLAN_ID,
        `m0${measure}/${unit}/${dueOn}`,
        `台执督-0${measure}-00${i + 1}`,
        i + 1,
        measure,
        unit,
        kind,
        dueOn,
      ],
    );
}
