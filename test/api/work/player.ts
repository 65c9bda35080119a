import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { RunDueJobsUseCase } from '../../../apps/api/src/jobs/run-due-jobs.use-case.js';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import { FireDueUseCase } from '../../../apps/api/src/timers/fire-due.use-case.js';
import { BeginDueUseCase } from '../../../apps/api/src/starts/begin-due.use-case.js';
import { TENANT } from '../../support/world.js';
import type { City, Started } from './city.js';

/** Plays a city's published flows: publishes drawings, acts for people, and does what the server does by itself. */
export const player = (c: City) => ({
  /** the newest version of a flow */
  publish: async (key: string, xml: string): Promise<void> => {
    const admin = await c.as('admin');
    const known = await admin.get(`/definitions/${key}/versions`);
    if (known.status === 404) await admin.post('/definitions').send({ key, name: key, xml }).expect(201);
    const basedOn = known.status === 404 ? 0 : known.body.items.length;
    await admin.post(`/definitions/${key}/versions`).send({ xml, note: '测试', basedOn }).expect(201);
  },

  /** which flow the obligations of a unit run through from now on */
  bind: async (key: string, unitId: string): Promise<void> => {
    await c.sql(`DELETE FROM binding WHERE unit_id = $1`, [unitId]);
    const bound = `INSERT INTO binding VALUES ($1, gen_random_uuid(), NULL, NULL, 'stageResult', $2, $3)`;
    await c.sql(bound, [TENANT, unitId, key]);
  },

  /** opens an instance of a published flow in one unit and hands in its draft */
  run: async (key: string, content = '已完成'): Promise<Started> => {
    await c.sql(`DELETE FROM binding WHERE unit_id = 'dajiang'`);
    const bound = `INSERT INTO binding VALUES ($1, gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', $2)`;
    await c.sql(bound, [TENANT, key]);
    const started = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    const unit = await c.as('dajiang');
    await unit.post(`/tasks/${started.taskId}/submit`).send({ data: { content }, evidenceIds: [] }).expect(200);
    return started;
  },

  openTasks: (instanceId: string, nodeId: string) =>
    c.sql<{ id: string }>(
      `SELECT id FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open' ORDER BY token`,
      [instanceId, nodeId],
    ),

  active: async (instanceId: string): Promise<string[]> => {
    const rows = await c.sql<{ active: string[] }>(`SELECT marking->'active' AS active FROM instance WHERE id = $1`, [
      instanceId,
    ]);
    return rows[0]?.active ?? [];
  },

  variable: async (instanceId: string, name: string): Promise<unknown> => {
    const sql = `SELECT marking->'variables'->$2 AS value FROM instance WHERE id = $1`;
    const rows = await c.sql<{ value: unknown }>(sql, [instanceId, name]);
    return rows[0]?.value;
  },

  /** @param verb approve, or return with a reason */
  act: async (account: string, instanceId: string, nodeId: string, verb: 'approve' | 'return' = 'approve') => {
    const client = await c.as(account);
    const path = `/tasks/${await c.taskAt(instanceId, nodeId)}/${verb}`;
    await client
      .post(path)
      .send(verb === 'return' ? { reason: '请补充材料后重新报送。' } : {})
      .expect(200);
  },

  /** handlers do what is due; answers how much */
  work: (): Promise<number> => c.app.get(RunDueJobsUseCase, { strict: false }).execute(),

  /** the outbox delivers what is due now; answers how much */
  deliverOnce: (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute(),

  /** the outbox delivers until nothing is due */
  deliver: async (): Promise<void> => {
    while ((await c.app.get(DeliverDueUseCase, { strict: false }).execute()) > 0);
  },

  /** fires what is due, as `processes` at once would; answers how many fired */
  fireDue: async (processes = 1): Promise<number> => {
    const fire = c.app.get(FireDueUseCase, { strict: false });
    const fired = await Promise.all(Array.from({ length: processes }, () => fire.execute(c.clock.now())));
    return fired.reduce((sum, count) => sum + count, 0);
  },

  /** looks at the times at which flows begin, as `processes` at once would; answers how many had come */
  beginDue: async (processes = 1): Promise<number> => {
    const begin = c.app.get(BeginDueUseCase, { strict: false });
    const come = await Promise.all(Array.from({ length: processes }, () => begin.execute(c.clock.now())));
    return come.reduce((sum, count) => sum + count, 0);
  },

  /** the history of an instance leads again to where it stands */
  isSound: async (instanceId: string): Promise<boolean> =>
    (await c.app.get(VerifyInstanceUseCase, { strict: false }).execute(TENANT, instanceId)).sound,
});

export type Player = ReturnType<typeof player>;
