// One vote among fifty seats against one plain approval, and two hundred approvals at once against one after the other.
import path from 'node:path';
import pg from 'pg';
import { signIn } from '../support/client.mjs';
import { median } from '../support/measure.mjs';
import { dataFolder, removeFolder, startServer } from '../support/server.mjs';

const SEATS = 50;
const SIGNINGS = 3;
const BATCH = 200;
const UNITS = [
  'gonganju',
  'jiaotongju',
  'shuiliju',
  'yingjiju',
  'weijianju',
  'chengguanju',
  'taicheng',
  'dajiang',
  'shuibu',
  'sijiu',
  'baisha',
  'sanhe',
];

const HANDLER = '<chengban:assignment kind="role" unit="responsible" role="handler" />';
const VOTERS = '<chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" />';

/** @param {string} id @param {string} attributes of the review */
const drawing = (id, attributes) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="${id}" name="${id}" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="draft" name="填报" chengban:purpose="draft"><bpmn:extensionElements>${HANDLER}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="first" name="审核" ${attributes}><bpmn:extensionElements>${VOTERS}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="second" name="核定"><bpmn:extensionElements>${VOTERS}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
    <bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="first" />
    <bpmn:sequenceFlow id="f3" sourceRef="first" targetRef="second" />
    <bpmn:sequenceFlow id="f4" sourceRef="second" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

/** Fifty reviewers who sign in with a password that is known. @param {pg.Client} db */
async function invite(db) {
  for (let i = 0; i < SEATS; i += 1) {
    const account = `voter${i}`;
    await db.query(
      `WITH one AS (SELECT gen_random_uuid() AS id),
        p AS (INSERT INTO person (tenant, id, account, name, created_at) SELECT 'taishan', id, $1, $1, now() FROM one),
        c AS (INSERT INTO credential SELECT (jsonb_populate_record(c, jsonb_build_object('person_id', one.id))).*
                FROM one, credential c JOIN person q ON q.tenant = c.tenant AND q.id = c.person_id WHERE q.account = 'sifa-shenhe')
       INSERT INTO membership SELECT (jsonb_populate_record(m, jsonb_build_object('person_id', one.id, 'id', gen_random_uuid()))).*
         FROM one, membership m JOIN person q ON q.tenant = m.tenant AND q.id = m.person_id
        WHERE q.account = 'sifa-shenhe' AND m.role = 'supervisionReviewer' LIMIT 1`,
      [account],
    );
  }
}

/** @param {pg.Client} db @param {string} key */
async function bind(db, key) {
  await db.query(`DELETE FROM binding WHERE unit_id = ANY($1)`, [UNITS]);
  for (const unit of UNITS)
    await db.query(`INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', $1, $2)`, [
      unit,
      key,
    ]);
}

/** Matters handed in and waiting at the first review. @param {Awaited<ReturnType<typeof startServer>>} server @param {number} count */
async function handedIn(server, count) {
  const instances = [];
  for (const unit of UNITS) {
    if (instances.length >= count) break;
    const call = await signIn(server.url, unit, server.password(unit));
    const { items } = await call('GET', '/obligations?status=pending&limit=200');
    const own = items.filter((/** @type {any} */ item) => item.unit.id === unit && item.kind === 'stageResult');
    for (const item of own.slice(0, count - instances.length)) {
      const { taskId, instanceId } = await call('POST', `/obligations/${item.id}/start`, {});
      await call('POST', `/tasks/${taskId}/submit`, { data: { content: '已完成' }, evidenceIds: [] });
      instances.push(instanceId);
    }
  }
  if (instances.length < count) throw new Error(`only ${instances.length} obligations to hand in`);
  return instances;
}

/** @param {pg.Client} db @param {readonly string[]} instances */
async function tasksOf(db, instances) {
  const { rows } = await db.query(
    `SELECT id, instance_id, candidate_ids FROM task WHERE status = 'open' AND node_id = 'first' AND instance_id = ANY($1) ORDER BY seat`,
    [instances],
  );
  return rows;
}

/** @param {() => Promise<unknown>} work */
async function milliseconds(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measure() {
  const folder = dataFolder();
  const server = await startServer(folder);
  const db = new pg.Client({ host: path.join(folder, 'run'), user: 'postgres', database: 'postgres' });
  try {
    await db.connect();
    const admin = await signIn(server.url, 'admin', server.password('admin'));
    for (const [key, attributes] of [
      ['bench-plain', ''],
      ['bench-sign', 'chengban:seats="all"'],
    ]) {
      const xml = drawing(key, attributes);
      await admin('POST', '/definitions', { key, name: key, xml });
      await admin('POST', `/definitions/${key}/versions`, { xml, note: '测速', basedOn: 0 });
    }
    await bind(db, 'bench-plain');
    const plain = await handedIn(server, BATCH * 2);
    await invite(db);
    await bind(db, 'bench-sign');
    const signings = await handedIn(server, SIGNINGS);
    const reviewer = await signIn(server.url, 'sifa-shenhe', server.password('sifa-shenhe'));
    const tasks = await tasksOf(db, plain);
    const opinion = '同意。';
    const single = [];
    for (const { id } of tasks.slice(0, BATCH))
      single.push(await milliseconds(() => reviewer('POST', `/tasks/${id}/approve`, { opinion })));
    const items = tasks.slice(BATCH).map(({ id }) => ({ taskId: id }));
    /** @type {any} */
    let answer;
    const together = await milliseconds(async () => {
      answer = await reviewer('POST', '/tasks/approve-batch', { items, opinion });
    });
    const failed = answer.results.filter((/** @type {any} */ result) => !result.ok);
    if (failed.length > 0) throw new Error(JSON.stringify(failed[0]));
    const votes = await voteAll(server, db, signings);
    const alone = median(single);
    return [
      {
        row: 'vote.50',
        value: median(votes),
        unit: 'ms',
        against: `one plain approval (${alone.toFixed(1)} ms)`,
        ratio: median(votes) / alone,
      },
      {
        row: 'batch.200',
        value: together,
        unit: 'ms',
        against: `the same one by one (${single.reduce((sum, each) => sum + each, 0).toFixed(0)} ms)`,
        ratio: single.reduce((sum, each) => sum + each, 0) / together,
      },
    ];
  } finally {
    await db.end();
    await server.stop();
    removeFolder(folder);
  }
}

/** Everybody but the last votes: the last one decides, which is another thing. */
async function voteAll(
  /** @type {Awaited<ReturnType<typeof startServer>>} */ server,
  /** @type {pg.Client} */ db,
  /** @type {readonly string[]} */ signings,
) {
  const { rows } = await db.query(`SELECT id, account FROM person WHERE tenant = 'taishan' AND account LIKE 'voter%'`);
  const tasks = await tasksOf(db, signings);
  const password = server.password('sifa-shenhe');
  const times = [];
  for (const { id: personId, account } of rows.slice(0, SEATS - 1)) {
    const call = await signIn(server.url, account, password);
    for (const { id } of tasks.filter((task) => task.candidate_ids.includes(personId)))
      times.push(await milliseconds(() => call('POST', `/tasks/${id}/approve`, { opinion: '同意。' })));
  }
  if (times.length !== (SEATS - 1) * SIGNINGS) throw new Error(`${times.length} votes`);
  return times;
}

export default { names: ['vote.50', 'batch.200'], measure };
