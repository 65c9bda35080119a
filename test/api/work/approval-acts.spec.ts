import { city, offered, type City } from './city.js';
import { DESK, LEADER, REVIEWER, VOTERS, beside, inARow, userTask } from './approval-drawings.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

const idOf = async (account: string): Promise<string> => {
  const [row] = await c.sql<{ id: string }>('SELECT id FROM person WHERE account = $1', [account]);
  return row!.id;
};

/** The open task of a person at a node. */
const taskOf = async (account: string, instanceId: string, nodeId: string): Promise<string> => {
  const [row] = await c.sql<{ id: string }>(
    `SELECT id FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open' AND $3 = ANY(candidate_ids)`,
    [instanceId, nodeId, await idOf(account)],
  );
  if (!row) throw new Error(`${account} has no open task at ${nodeId}`);
  return row.id;
};

const act = async (account: string, path: string, body: object = {}, status = 200) =>
  (await c.as(account)).post(path).send(body).expect(status);

const resubmit = async (instanceId: string, nodeId = 'draft', content = '已补正') =>
  act('dajiang', `/tasks/${await c.taskAt(instanceId, nodeId)}/submit`, { data: { content }, evidenceIds: [] });

const openCount = async (instanceId: string): Promise<number> => {
  const [row] = await c.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM task WHERE instance_id = $1 AND status = 'open'`,
    [instanceId],
  );
  return row!.n;
};

const TWO = inARow('two', { first: userTask('first', '', DESK), second: userTask('second', '', REVIEWER) });

test('a return goes to any step passed; when the work comes back it goes straight to the one who returned it', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  await play.act('sifa-jingban', instanceId, 'first');
  const page = await (await c.as('sifa-shenhe')).get(`/tasks/${await c.taskAt(instanceId, 'second')}`).expect(200);
  expect(offered(page, 'return')).toMatchObject({
    allowed: true,
    targets: [
      { where: 'drafter', nodeId: 'draft', after: ['direct', 'replay'] },
      { where: 'previous', nodeId: 'first' },
      { where: 'node', nodeId: 'first' },
      { where: 'node', nodeId: 'draft' },
    ],
  });
  const second = await c.taskAt(instanceId, 'second');
  await act('sifa-shenhe', `/tasks/${second}/return`, { reason: '请补充材料', where: 'drafter' });
  expect(await play.active(instanceId)).toEqual(['draft']);
  await resubmit(instanceId);
  expect(await play.active(instanceId)).toEqual(['second']);
  await act('sifa-shenhe', `/tasks/${await c.taskAt(instanceId, 'second')}/return`, {
    reason: '再看一遍',
    where: 'node',
    nodeId: 'draft',
    after: 'replay',
  });
  await resubmit(instanceId);
  expect(await play.active(instanceId)).toEqual(['first']);
  expect(await openCount(instanceId)).toBe(1);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('a return out of parallel reviews cancels the others, and the work coming back brings them all back', async () => {
  const last = userTask('last', '', LEADER);
  await play.publish('beside', beside('beside', { a: userTask('a', '', DESK), b: userTask('b', '', REVIEWER) }, last));
  const { instanceId } = await play.run('beside');
  await act('sifa-jingban', `/tasks/${await c.taskAt(instanceId, 'a')}/return`, { reason: '缺材料' });
  expect(await play.active(instanceId)).toEqual(['draft']);
  expect(await openCount(instanceId)).toBe(1);
  await resubmit(instanceId);
  expect(await play.active(instanceId)).toEqual(['a', 'b']);
  await play.act('sifa-jingban', instanceId, 'a');
  await play.act('sifa-shenhe', instanceId, 'b');
  expect(await play.active(instanceId)).toEqual(['last']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('会签: three seats have three tasks, and who is still missing is told', async () => {
  await play.publish('together', inARow('together', { sign: userTask('sign', 'chengban:seats="all"', VOTERS) }));
  const { instanceId } = await play.run('together');
  expect(await openCount(instanceId)).toBe(3);
  const mine = await taskOf('sifa-jingban', instanceId, 'sign');
  await act('sifa-jingban', `/tasks/${mine}/approve`, { opinion: '同意。' });
  const page = await (await c.as('sifa-shenhe')).get(`/tasks/${await taskOf('sifa-shenhe', instanceId, 'sign')}`);
  expect(page.body.sitting.missing).toHaveLength(2);
  expect(page.body.sitting.seats.filter((seat: { decision: object | null }) => seat.decision)).toMatchObject([
    { status: 'decided', decision: { verb: 'approve', text: '同意。' } },
  ]);
  // the same person does not vote again for another
  await act('sifa-jingban', `/tasks/${mine}/approve`, {}, 409);
  await act('sifa-shenhe', `/tasks/${await taskOf('sifa-shenhe', instanceId, 'sign')}/approve`);
  expect(await play.active(instanceId)).toEqual(['sign']);
  await act('sifa-lingdao', `/tasks/${await taskOf('sifa-lingdao', instanceId, 'sign')}/approve`);
  expect(await play.active(instanceId)).toEqual([]);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('或签: the first decides, and the others read that somebody else has', async () => {
  await play.publish('either', inARow('either', { sign: userTask('sign', 'chengban:seats="any"', VOTERS) }));
  const { instanceId } = await play.run('either');
  const other = await taskOf('sifa-shenhe', instanceId, 'sign');
  await act('sifa-jingban', `/tasks/${await taskOf('sifa-jingban', instanceId, 'sign')}/approve`);
  const [row] = await c.sql('SELECT status, closed_how FROM task WHERE id = $1', [other]);
  expect(row).toEqual({ status: 'cancelled', closed_how: 'byOthers' });
  expect(await play.isSound(instanceId)).toBe(true);
});

test('票签 with a veto: one against sends it back, though two are enough', async () => {
  const vote = 'chengban:seats="vote" chengban:passCount="2" chengban:veto="true"';
  await play.publish('vote', inARow('vote', { sign: userTask('sign', vote, VOTERS) }));
  const { instanceId } = await play.run('vote');
  await act('sifa-jingban', `/tasks/${await taskOf('sifa-jingban', instanceId, 'sign')}/approve`);
  await act('sifa-shenhe', `/tasks/${await taskOf('sifa-shenhe', instanceId, 'sign')}/return`, {
    reason: '不符合要求',
  });
  expect(await play.active(instanceId)).toEqual(['draft']);
  await resubmit(instanceId);
  // straight back: whoever agreed has agreed, the others decide again
  expect(await openCount(instanceId)).toBe(2);
  await act('sifa-lingdao', `/tasks/${await taskOf('sifa-lingdao', instanceId, 'sign')}/approve`);
  expect(await play.active(instanceId)).toEqual([]);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('转办: the person changes and the seat stays; whoever drafted cannot get it', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  const task = await c.taskAt(instanceId, 'first');
  const drafter = await act(
    'sifa-jingban',
    `/tasks/${task}/transfer`,
    { toId: await idOf('dajiang'), reason: '请办' },
    422,
  );
  expect(drafter.body.code).toBe('drafter-chosen');
  await act('sifa-jingban', `/tasks/${task}/transfer`, { toId: await idOf('sifa-lingdao'), reason: '出差' });
  await act('sifa-jingban', `/tasks/${task}/approve`, {}, 403);
  await act('sifa-lingdao', `/tasks/${task}/approve`);
  expect(await play.active(instanceId)).toEqual(['second']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('委派: another writes an opinion, then it comes back to the one who decides', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  const task = await c.taskAt(instanceId, 'first');
  await act('sifa-jingban', `/tasks/${task}/delegate`, { toId: await idOf('sifa-lingdao'), reason: '请提意见' });
  expect((await act('sifa-lingdao', `/tasks/${task}/approve`, {}, 422)).body.code).toBe('delegated-only');
  await act('sifa-lingdao', `/tasks/${task}/reply`, { opinion: '没有意见。' });
  const page = await (await c.as('sifa-jingban')).get(`/tasks/${task}`).expect(200);
  expect(page.body.sitting.seats[0].delegations).toMatchObject([{ opinion: '没有意见。', back: true }]);
  await act('sifa-jingban', `/tasks/${task}/approve`);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('加签 before oneself: the added one decides first; 减签 as long as they have not', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  const task = await c.taskAt(instanceId, 'first');
  const signers = { side: 'before', mode: 'all', personIds: [await idOf('sifa-lingdao')], reason: '请先看' };
  await act('sifa-jingban', `/tasks/${task}/signers`, signers);
  await act('sifa-jingban', `/tasks/${task}/approve`, {}, 409);
  const added = await taskOf('sifa-lingdao', instanceId, 'first');
  await act('sifa-lingdao', `/tasks/${added}/approve`, { opinion: '可以。' });
  await act('sifa-jingban', `/tasks/${await taskOf('sifa-jingban', instanceId, 'first')}/approve`);
  expect(await play.active(instanceId)).toEqual(['second']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('撤回 while nobody has taken it up, and not after', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  await play.act('sifa-jingban', instanceId, 'first');
  await act('sifa-jingban', `/instances/${instanceId}/withdraw`, { reason: '看错了' });
  expect(await play.active(instanceId)).toEqual(['first']);
  await play.act('sifa-jingban', instanceId, 'first');
  await act('sifa-shenhe', `/tasks/${await c.taskAt(instanceId, 'second')}/claim`);
  const late = await act('sifa-jingban', `/instances/${instanceId}/withdraw`, { reason: '又看错了' }, 422);
  expect(late.body).toMatchObject({ code: 'withdraw-too-late' });
  expect(await play.isSound(instanceId)).toBe(true);
});

test('the unit takes its submission back before a reviewer has claimed it: the round stays in the record', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  await act('dajiang', `/instances/${instanceId}/withdraw`, { reason: '还要补充' });
  expect(await play.active(instanceId)).toEqual(['draft']);
  await resubmit(instanceId);
  const rounds = await c.sql<{ no: number }>(
    `SELECT r.no FROM submission_round r JOIN instance i ON i.submission_id = r.submission_id WHERE i.id = $1 ORDER BY 1`,
    [instanceId],
  );
  expect(rounds.map(({ no }) => no)).toEqual([1, 2]);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('不予通过 ends the flow wherever it runs, and the obligation waits for another start', async () => {
  await play.publish('two', TWO);
  const { instanceId, obligationId } = await play.run('two');
  await act('sifa-jingban', `/tasks/${await c.taskAt(instanceId, 'first')}/reject`, { reason: '不属于本事项' });
  const [row] = await c.sql('SELECT status, outcome FROM instance WHERE id = $1', [instanceId]);
  expect(row).toEqual({ status: 'completed', outcome: 'rejected' });
  const [obligation] = await c.sql('SELECT status, instance_id FROM obligation WHERE id = $1', [obligationId]);
  expect(obligation).toEqual({ status: 'pending', instance_id: null });
  await act('dajiang', `/obligations/${obligationId}/start`, {}, 201);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('撤销 by whoever began it, until a reviewer has acted', async () => {
  await play.publish('two', TWO);
  const first = await play.run('two');
  await act('dajiang', `/instances/${first.instanceId}/cancel`, { reason: '重复填报' });
  expect(await openCount(first.instanceId)).toBe(0);
  const second = await play.run('two');
  await play.act('sifa-jingban', second.instanceId, 'first');
  const late = await act('dajiang', `/instances/${second.instanceId}/cancel`, { reason: '重复填报' }, 422);
  expect(late.body.code).toBe('cancel-too-late');
  expect(await play.isSound(first.instanceId)).toBe(true);
});

test('重开 by the supervising office alone: a new round, and the accepted one stays as it was', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  await play.act('sifa-jingban', instanceId, 'first');
  await play.act('sifa-shenhe', instanceId, 'second');
  await act('dajiang', `/instances/${instanceId}/reopen`, { reason: '想改' }, 403);
  await act('sifa-shenhe', `/instances/${instanceId}/reopen`, { reason: '上级要求补充' });
  expect(await play.active(instanceId)).toEqual(['draft']);
  await resubmit(instanceId);
  await play.act('sifa-jingban', instanceId, 'first');
  await play.act('sifa-shenhe', instanceId, 'second');
  const rounds = await c.sql<{ no: number; verdict: string }>(
    `SELECT r.no, v.verdict FROM submission_round r JOIN instance i ON i.submission_id = r.submission_id
       JOIN submission_verdict v ON v.submission_id = r.submission_id AND v.round_no = r.no AND v.final
      WHERE i.id = $1 ORDER BY 1`,
    [instanceId],
  );
  expect(rounds).toEqual([
    { no: 1, verdict: 'approve' },
    { no: 2, verdict: 'approve' },
  ]);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('催办 once a day; the second time those above the holder are told too', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  await act('dajiang', `/instances/${instanceId}/urge`, { text: '请尽快' });
  expect((await act('dajiang', `/instances/${instanceId}/urge`, {}, 422)).body.code).toBe('urged-just-now');
  c.clock.advance({ days: 1 });
  await act('dajiang', `/instances/${instanceId}/urge`, {});
  await play.deliver();
  const told = await c.sql<{ account: string }>(
    `SELECT DISTINCT p.account FROM notification n JOIN person p ON p.id = n.person_id
      WHERE n.instance_id = $1 AND n.kind = 'task.urged' ORDER BY 1`,
    [instanceId],
  );
  expect(told.map(({ account }) => account)).toEqual(['sifa-jingban', 'sifa-shenhe']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('调度 needs a second administrator', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  const [row] = await c.sql<{ token: number }>(`SELECT token FROM task WHERE instance_id = $1 AND status = 'open'`, [
    instanceId,
  ]);
  const move = { token: row!.token, to: 'second', reason: '受理人休假' };
  await act('dajiang', `/instances/${instanceId}/reroute`, move, 403);
  await act('admin', `/instances/${instanceId}/reroute`, move);
  expect(await play.active(instanceId)).toEqual(['first']);
  expect((await act('admin', `/instances/${instanceId}/reroute/confirm`, {}, 422)).body.code).toBe(
    'reroute-same-person',
  );
  await act('admin', `/instances/${instanceId}/reroute/drop`);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('批量同意: each task has its own result, and those that cannot be are left as they were', async () => {
  await play.publish('two', TWO);
  const runs = [await play.run('two'), await play.run('two'), await play.run('two')];
  const tasks = await Promise.all(runs.map(({ instanceId }) => c.taskAt(instanceId, 'first')));
  await act('sifa-jingban', `/tasks/${tasks[2]}/claim`);
  const desk = await c.as('sifa-jingban');
  const items = [
    { taskId: tasks[0] },
    { taskId: tasks[1], revision: 1 },
    { taskId: tasks[2] },
    { taskId: '01890000-0000-7000-8000-000000000000' },
  ];
  const send = () =>
    desk.post('/tasks/approve-batch').set('Idempotency-Key', 'batch-1').send({ items, opinion: '同意。' });
  const answer = await send().expect(200);
  expect(answer.body.results).toMatchObject([
    { taskId: tasks[0], ok: true },
    { taskId: tasks[1], ok: false, code: 'stale' },
    { taskId: tasks[2], ok: true },
    { ok: false, code: 'not-found' },
  ]);
  expect(await play.active(runs[1]!.instanceId)).toEqual(['first']);
  expect((await send().expect(200)).body).toEqual(answer.body);
  for (const { instanceId } of runs) expect(await play.isSound(instanceId)).toBe(true);
});

test('交接: a look first, then every seat of the leaver is somebody else’s', async () => {
  await play.publish('two', TWO);
  const { instanceId } = await play.run('two');
  const [fromId, toId] = [await idOf('sifa-jingban'), await idOf('sifa-lingdao')];
  await act('sifa-jingban', `/tasks/${await c.taskAt(instanceId, 'first')}/claim`);
  const admin = await c.as('admin');
  await (await c.as('sifa-jingban')).get(`/handovers/preview?fromId=${fromId}&toId=${toId}`).expect(403);
  const preview = await admin.get(`/handovers/preview?fromId=${fromId}&toId=${toId}`).expect(200);
  const found = preview.body.items.find((item: { instanceId: string }) => item.instanceId === instanceId);
  expect(found).toMatchObject({ possible: true, seats: [{ name: 'first', own: true }] });
  const body = { fromId, toId, instanceIds: [instanceId], reason: '调离' };
  expect((await admin.post('/handovers').send(body).expect(200)).body.results).toEqual([{ instanceId, ok: true }]);
  await act('sifa-lingdao', `/tasks/${await c.taskAt(instanceId, 'first')}/approve`);
  expect(await play.isSound(instanceId)).toBe(true);
});
