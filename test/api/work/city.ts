import { v7 } from 'uuid';
import { SeedDefinitionsUseCase } from '../../../apps/api/src/definitions/seed-definitions.use-case.js';
import { testApp, type SignedInClient, type TestApp, type TestAppOptions } from '../../support/app.js';
import { PLAN_ID, TENANT } from '../../support/world.js';

/** A city at work: the small world of test/support with the shipped flows, and obligations to answer. */
export interface City extends TestApp {
  /** a new obligation; every test gets its own */
  obligation(given?: Partial<NewObligation>): Promise<string>;
  /** signs in once per account */
  as(account: string): Promise<SignedInClient>;
}

interface NewObligation {
  readonly unitId: string;
  readonly kind: 'stageResult' | 'filing' | 'bureauOwn' | 'progress';
  readonly dueOn: string;
}

export async function city(options: TestAppOptions = {}): Promise<City> {
  const app = await testApp(options);
  await app.app.get(SeedDefinitionsUseCase, { strict: false }).execute(TENANT);
  const clients = new Map<string, Promise<SignedInClient>>();
  let seq = 0;
  return {
    ...app,
    as: (account) => {
      if (!clients.has(account)) clients.set(account, app.signIn(account));
      return clients.get(account)!;
    },
    obligation: async ({ unitId = 'gonganju', kind = 'stageResult', dueOn = '2024-12-31' } = {}) => {
      const id = v7();
      seq++;
      await app.sql(
        `INSERT INTO obligation (tenant, id, plan_id, key, number, seq, measure_no, unit_id, kind, requirement, due_on, status, reader_unit_ids, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, '完成全年培训', $9, 'pending', '{}', now())`,
        [TENANT, id, PLAN_ID, `work/${unitId}/${seq}`, `台执督-01-${String(900 + seq)}`, 900 + seq, unitId, kind, dueOn],
      );
      return id;
    },
  };
}

export const GOOD_FORM = { progress: '已培训 60 学时', completion: '已完成', problems: '', nextSteps: '' };
