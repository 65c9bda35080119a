import { upgradeMarkings } from '../../../apps/api/src/database/upgrade/upgrade-markings.js';
import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { DataSource } from 'typeorm';
import { TENANT } from '../../support/world.js';
import { city, submitted, type City } from '../work/city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

/** Makes the rows of a running city what the engine's first format left behind. */
async function asOfTheFirstFormat(): Promise<void> {
  await c.sql('ALTER TABLE definition_version DISABLE TRIGGER definition_version_is_final');
  await c.sql(`UPDATE definition_version SET compiled = '{"format":1}', hash = 'old'`);
  await c.sql('ALTER TABLE definition_version ENABLE TRIGGER definition_version_is_final');
  await c.sql(
    `UPDATE instance SET marking = jsonb_build_object('format', 1, 'behaviour', 1, 'definition', 'old', 'status', status,
       'active', marking->'active', 'joins', '{}'::jsonb, 'visited', marking->'visited', 'variables', marking->'variables',
       'outcome', marking->'outcome', 'incidents', '[]'::jsonb)`,
  );
  await c.sql('UPDATE task SET token = 0');
  await c.sql('UPDATE timer SET token = 0');
}

async function upgrade(): Promise<Awaited<ReturnType<typeof upgradeMarkings>>> {
  const runner = c.app.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  const left = await upgradeMarkings(runner);
  await runner.commitTransaction();
  await runner.release();
  return left;
}

test('what ran on the first format goes on where it stood, and its history leads there', async () => {
  const drafting = await c.started();
  const handedIn = await submitted(c);
  await asOfTheFirstFormat();
  expect(await upgrade()).toEqual([]);
  const verify = c.app.get(VerifyInstanceUseCase, { strict: false });
  for (const { instanceId } of [drafting, handedIn])
    expect(await verify.execute(TENANT, instanceId)).toEqual({ sound: true });
  const desk = await c.as('sifa-jingban');
  await desk
    .post(`/tasks/${await c.taskAt(handedIn.instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  const unit = await c.as('gongan');
  await unit
    .put(`/tasks/${drafting.taskId}/draft`)
    .send({ data: { progress: '进行中' }, evidenceIds: [] })
    .expect(200);
});

test('an instance whose history does not lead on stays as it was and is named', async () => {
  const { instanceId } = await submitted(c);
  await asOfTheFirstFormat();
  await c.sql('ALTER TABLE history DISABLE TRIGGER history_is_append_only');
  await c.sql(
    `UPDATE history SET event = jsonb_set(event, '{act,verb}', '"approve"'), node_id = 'nowhere'
                WHERE instance_id = $1 AND verb = 'submit'`,
    [instanceId],
  );
  await c.sql('ALTER TABLE history ENABLE TRIGGER history_is_append_only');
  expect(await upgrade()).toEqual([
    { table: 'instance', id: instanceId, why: expect.stringContaining('does not replay') },
  ]);
});

test('the step back is refused while there are flows that the older program cannot read', async () => {
  const source = c.app.get(DataSource);
  const undo = async (): Promise<void> => source.undoLastMigration();
  const later =
    source.migrations.length - 1 - source.migrations.findIndex(({ name }) => name?.startsWith('EngineFormat'));
  for (let step = 0; step < later; step++) await undo();
  await expect(undo()).rejects.toThrow('请从升级前的备份恢复');
  expect(await c.sql(`SELECT 1 FROM pg_indexes WHERE indexname = 'task_open_token'`)).toHaveLength(1);
  await source.runMigrations();
});
