import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import { TENANT } from '../../support/world.js';
import { CityCalendar } from '../../../apps/api/src/config/city-calendar.js';
import { city, type City } from './city.js';
import { WITH_TIMER } from './drawings.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function dataDirWith(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengban-calendar-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'calendar.yaml'), text);
  return folder;
}

/** Publishes a drawing for one unit, which hands in its draft. */
async function handedIn(c: City, xml: string): Promise<string> {
  const admin = await c.as('admin');
  const body = { xml, note: '测试', basedOn: 0 };
  await admin.post('/definitions').send({ key: 'with-timer', name: 'with-timer', xml }).expect(201);
  await admin.post('/definitions/with-timer/versions').send(body).expect(201);
  await c.sql(
    `INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', 'with-timer')`,
  );
  const { taskId, instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  const unit = await c.as('dajiang');
  await unit
    .post(`/tasks/${taskId}/submit`)
    .send({ data: { content: '完成' }, evidenceIds: [] })
    .expect(200);
  return instanceId;
}

test('terms are counted by the city’s own calendar over the yearly notices', async () => {
  // the small world stands on 1 November 2024, a Friday; three working days later is Wednesday the 6th
  const c = await city({ environment: { DATA_DIR: dataDirWith('holidays: [2024-11-05]\n') } });
  const instanceId = await handedIn(c, WITH_TIMER);
  const [review] = await c.sql<{ due_at: Date }>(
    `SELECT due_at FROM task WHERE instance_id = $1 AND node_id = 'review'`,
    [instanceId],
  );
  await c.close();
  expect(review!.due_at.toISOString()).toBe('2024-11-07T16:00:00.000Z');
});

test('a history replays to the stored marking under a calendar that came later', async () => {
  const c = await city();
  const instanceId = await handedIn(c, WITH_TIMER.replace('P2D', '3个工作日'));
  const [row] = await c.sql<{ version: string }>(
    'SELECT definition_version_id AS version FROM instance WHERE id = $1',
    [instanceId],
  );
  const { workflow } = await c.app.get(FlowsReadModel, { strict: false }).flow(TENANT, row!.version);
  const later = CityCalendar.in(dataDirWith('holidays: [2024-11-05]\n'));
  Object.assign(workflow, { calendar: later.calendar });
  const verified = await c.app.get(VerifyInstanceUseCase, { strict: false }).execute(TENANT, instanceId);
  await c.close();
  expect(verified).toEqual({ sound: true });
});

test('a calendar that is wrong stops the start and says where', () => {
  expect(() => CityCalendar.in(dataDirWith('holidays: [2024-13-01]'))).toThrow(/calendar\.yaml 有误[^]*2024-13-01/);
  expect(() => CityCalendar.in(dataDirWith('holidays: ['))).toThrow('工作日历');
});
