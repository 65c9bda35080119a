import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type request from 'supertest';
import { v7 } from 'uuid';
import { SeedDefinitionsUseCase } from '../../../apps/api/src/definitions/seed-definitions.use-case.js';
import { testApp, type SignedInClient, type TestApp, type TestAppOptions } from '../../support/app.js';
import { PLAN_ID, TENANT } from '../../support/world.js';

/** A city at work: the small world of test/support with the shipped flows, and obligations to answer. */
export interface City extends TestApp {
  /** where uploaded files lie */
  readonly dataDir: string;
  /** a new obligation; every test gets its own */
  obligation(given?: Partial<NewObligation>): Promise<string>;
  /** signs in once per account */
  as(account: string): Promise<SignedInClient>;
  /** a small PDF, uploaded for an obligation; answers its id */
  file(account: string, obligationId: string, name?: string): Promise<string>;
  /** opens the flow of a new obligation */
  started(given?: Partial<NewObligation>): Promise<Started>;
  /** the open task of an instance at a node */
  taskAt(instanceId: string, nodeId: string): Promise<string>;
}

export interface Started {
  readonly obligationId: string;
  readonly instanceId: string;
  readonly taskId: string;
}

interface NewObligation {
  readonly unitId: string;
  readonly kind: 'stageResult' | 'filing' | 'bureauOwn' | 'progress';
  readonly dueOn: string;
  /** who starts it */
  readonly by: string;
}

export const GOOD_FORM = { progress: '已培训执法人员 210 人次，人均 60 学时。', completion: '已完成' };

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

export async function city(options: TestAppOptions = {}): Promise<City> {
  // tests move the clock by days: that ends a flow's terms, and must not end everybody's session
  const dataDir = mkdtempSync(join(tmpdir(), 'chengban-city-'));
  const environment = {
    SESSION_IDLE_HOURS: '720',
    SESSION_MAX_HOURS: '720',
    DATA_DIR: dataDir,
    ...options.environment,
  };
  const app = await testApp({ ...options, environment });
  await app.app.get(SeedDefinitionsUseCase, { strict: false }).execute(TENANT);
  const clients = new Map<string, Promise<SignedInClient>>();
  let seq = 0;
  const as = (account: string): Promise<SignedInClient> => {
    if (!clients.has(account)) clients.set(account, app.signIn(account));
    return clients.get(account)!;
  };
  const obligation: City['obligation'] = async ({
    unitId = 'gonganju',
    kind = 'stageResult',
    dueOn = '2024-12-31',
  } = {}) => {
    const id = v7();
    seq++;
    await app.sql(
      `INSERT INTO obligation (tenant, id, plan_id, key, number, seq, measure_no, unit_id, kind, requirement, due_on, status, reader_unit_ids, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, '完成全年培训', $9, 'pending', '{}', now())`,
      [TENANT, id, PLAN_ID, `work/${unitId}/${seq}`, `台执督-01-${900 + seq}`, 900 + seq, unitId, kind, dueOn],
    );
    return id;
  };
  const started: City['started'] = async (given = {}) => {
    const obligationId = await obligation(given);
    const answer = await (
      await as(given.by ?? 'gongan')
    )
      .post(`/obligations/${obligationId}/start`)
      .send({})
      .expect(201);
    return { obligationId, ...(answer.body as { instanceId: string; taskId: string }) };
  };
  return {
    ...app,
    dataDir,
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
    as,
    obligation,
    started,
    file: async (account, obligationId, name = '签到表.pdf') => {
      const client = await as(account);
      const answer = await client.post(`/evidence?obligationId=${obligationId}`).attach('file', PDF, name).expect(201);
      return answer.body.id as string;
    },
    taskAt: async (instanceId, nodeId) => {
      const [row] = await app.sql<{ id: string }>(
        `SELECT id FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open'`,
        [instanceId, nodeId],
      );
      if (!row) throw new Error(`no open task at ${nodeId}`);
      return row.id;
    },
  };
}

/** The instance of a started obligation, with its first round handed in. */
export async function submitted(
  c: City,
  given: Partial<NewObligation> = {},
): Promise<Started & { evidenceId: string }> {
  const by = given.by ?? 'gongan';
  const start = await c.started(given);
  const evidenceId = await c.file(by, start.obligationId);
  await (
    await c.as(by)
  )
    .post(`/tasks/${start.taskId}/submit`)
    .send({ data: GOOD_FORM, evidenceIds: [evidenceId] })
    .expect(200);
  return { ...start, evidenceId };
}

export const offered = (page: request.Response, verb: string) =>
  (page.body.offers as { verb: string; allowed: boolean; code?: string; reason?: string }[]).find(
    (offer) => offer.verb === verb,
  );
