import { city, type City } from './city.js';
import { DESK, LEADER, REVIEWER, VOTERS, beside, inARow, userTask } from './approval-drawings.js';
import { player, type Player } from './player.js';

// Who decides where the drawing leaves it to people: whom the starter chooses, who stands in for whom, and who has agreed
// already and is not asked again.

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

const idOf = async (account: string): Promise<string> => (await c.as(account)).personId;
const post = async (account: string, path: string, body: object = {}) => {
  c.clock.advance({ seconds: 1 });
  return (await c.as(account)).post(path).send(body);
};
const done = async (account: string, path: string, body: object = {}): Promise<void> => {
  const answer = await post(account, path, body);
  expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined]);
};

/** account → node of each open task, of those that one person alone may do */
const seats = async (instanceId: string): Promise<Record<string, string[]>> => {
  const rows = await c.sql<{ node: string; accounts: string[] }>(
    `SELECT t.node_id AS node, array_agg(p.account ORDER BY p.account) AS accounts
       FROM task t JOIN person p ON p.id = ANY(t.candidate_ids)
      WHERE t.instance_id = $1 AND t.status = 'open' GROUP BY t.id, t.node_id ORDER BY 1`,
    [instanceId],
  );
  return Object.fromEntries(rows.map(({ node, accounts }) => [node, accounts]));
};
const seatOf = async (account: string, instanceId: string): Promise<string> => {
  const [row] = await c.sql<{ id: string }>(
    `SELECT id FROM task WHERE instance_id = $1 AND status = 'open' AND $2 = ANY(candidate_ids)`,
    [instanceId, await idOf(account)],
  );
  return `/tasks/${row!.id}`;
};
const history = async (instanceId: string) =>
  (await (await c.as('sifa-jingban')).get(`/instances/${instanceId}`).expect(200)).body.history as {
    verb: string;
    verbName: string;
    text: string;
    nodeId: string;
    actor: { name: string } | null;
    for: { name: string } | null;
  }[];
const verdicts = (instanceId: string) =>
  c.sql<{ node: string; by: string; for: string | null; repeats: string | null }>(
    `SELECT v.node_id AS node, p.account AS by, f.account AS for, v.repeats
       FROM submission_verdict v JOIN instance i ON i.submission_id = v.submission_id
       JOIN person p ON p.id = v.person_id LEFT JOIN person f ON f.id = v.for_id
      WHERE i.id = $1 ORDER BY v.id`,
    [instanceId],
  );

describe('发起人自选 at two nodes beside each other', () => {
  const chosen = (unit: string, more = ''): string => `<chengban:assignment kind="chosen" unit="${unit}" ${more}/>`;
  let taskId: string;
  let instanceId: string;
  beforeEach(async () => {
    const left = userTask('left', '', chosen('supervisor', 'max="2"'));
    const right = userTask('right', '', chosen('supervisor', 'role="supervisionLeader"'));
    await play.publish('self', beside('self', { left, right }, userTask('last', '', DESK)));
    await play.bind('self', 'gonganju');
    ({ taskId, instanceId } = await c.started());
  });
  const submit = async (chosenBy: Record<string, readonly string[]> | null, task = taskId) => {
    const people: Record<string, string[]> = {};
    for (const [node, accounts] of Object.entries(chosenBy ?? {})) people[node] = await Promise.all(accounts.map(idOf));
    const form = { data: { content: '已完成' }, evidenceIds: [] };
    return post('gongan', `/tasks/${task}/submit`, { ...form, ...(chosenBy && { chosen: people }) });
  };
  const returnAll = async (after: string): Promise<string> => {
    const back = { reason: '请补充', where: 'drafter', after };
    await done('sifa-shenhe', `${await seatOf('sifa-shenhe', instanceId)}/return`, back);
    return c.taskAt(instanceId, 'draft');
  };

  test('regression 1: each node has its own people, not those who were chosen last', async () => {
    expect((await submit({ left: ['sifa-shenhe', 'sifa-jingban'], right: ['sifa-lingdao'] })).status).toBe(200);
    expect(await seats(instanceId)).toEqual({ left: ['sifa-jingban', 'sifa-shenhe'], right: ['sifa-lingdao'] });
    await play.act('sifa-lingdao', instanceId, 'right');
    await play.act('sifa-jingban', instanceId, 'left');
    expect(await play.active(instanceId)).toEqual(['last']);
    expect(await play.isSound(instanceId)).toBe(true);
  });

  test.each<[string, Record<string, readonly string[]>, string]>([
    ['of another unit', { left: ['zhengfuban'], right: ['sifa-lingdao'] }, 'not-a-choice'],
    ['without the role', { left: ['sifa-shenhe'], right: ['sifa-shenhe'] }, 'not-a-choice'],
    ['of no unit', { left: ['nobody'], right: ['sifa-lingdao'] }, 'not-a-choice'],
    ['who drafts', { left: ['gongan'], right: ['sifa-lingdao'] }, 'drafter-chosen'],
    ['one too many', { left: ['sifa-shenhe', 'sifa-jingban', 'sifa-lingdao'] }, 'too-many-chosen'],
    ['for a node that leaves no choice', { last: ['sifa-shenhe'] }, 'not-a-choice'],
  ])('somebody %s is refused at the field, and nothing is handed in', async (_who, people, code) => {
    const answer = await submit(people);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([422, code, 'chosen']);
    expect(await play.active(instanceId)).toEqual(['draft']);
  });

  test.each(['direct', 'replay'])('who was chosen stays through a return and %s resubmission', async (after) => {
    await submit({ left: ['sifa-shenhe'], right: ['sifa-lingdao'] });
    const draft = await returnAll(after);
    expect((await submit(null, draft)).status).toBe(200);
    expect(await seats(instanceId)).toEqual({ left: ['sifa-shenhe'], right: ['sifa-lingdao'] });
    expect(await play.isSound(instanceId)).toBe(true);
  });

  test('chosen anew for one node after a return, the other keeps whom it had', async () => {
    await submit({ left: ['sifa-shenhe'], right: ['sifa-lingdao'] });
    const draft = await returnAll('replay');
    expect((await submit({ left: ['sifa-jingban'] }, draft)).status).toBe(200);
    expect(await seats(instanceId)).toEqual({ left: ['sifa-jingban'], right: ['sifa-lingdao'] });
    expect(await play.isSound(instanceId)).toBe(true);
  });

  test('nobody chosen: it comes to the flow administrator, who is told', async () => {
    expect((await submit({ left: ['sifa-shenhe'] })).status).toBe(200);
    expect(await seats(instanceId)).toEqual({ left: ['sifa-shenhe'], right: ['admin'] });
    const told = (await history(instanceId)).find(({ verb, nodeId }) => verb === 'unassigned' && nodeId === 'right');
    expect(told?.text).toContain('系统管理员');
  });
});

describe('代理 at seats', () => {
  let instanceId: string;
  beforeEach(async () => {
    await play.publish('signed', inARow('signed', { sign: userTask('sign', 'chengban:seats="all"', VOTERS) }));
    ({ instanceId } = await play.run('signed'));
  });
  afterEach(() => c.sql('DELETE FROM deputy_rule'));
  const standIn = async (away: string, deputy: string): Promise<void> => {
    const body = {
      deputyId: await idOf(deputy),
      from: '2024-11-01',
      to: '2024-11-30',
      definitionKeys: null,
      reason: '出差',
    };
    expect((await post(away, '/deputies', body)).status).toBe(201);
  };

  test('a deputy decides one seat for the one who is away: both names in the history, and in the verdict', async () => {
    await standIn('sifa-shenhe', 'zhengfuban');
    const seat = await seatOf('sifa-shenhe', instanceId);
    await done('zhengfuban', `${seat}/approve`, { opinion: '代为同意' });
    const line = (await history(instanceId)).find(({ text }) => text === '代为同意');
    expect(line).toMatchObject({ actor: { name: '赵秘书' }, for: { name: '谭审核' } });
    expect(await verdicts(instanceId)).toMatchObject([{ node: 'sign', by: 'zhengfuban', for: 'sifa-shenhe' }]);
    // the seat is decided: the one who is away does not vote again
    expect((await post('sifa-shenhe', `${seat}/approve`)).body.code).toBe('task-closed');
    expect(await play.isSound(instanceId)).toBe(true);
  });

  test('a deputy of two decides one seat only: nobody votes twice', async () => {
    await standIn('sifa-shenhe', 'zhengfuban');
    await standIn('sifa-lingdao', 'zhengfuban');
    await done('zhengfuban', `${await seatOf('sifa-shenhe', instanceId)}/approve`);
    const second = await post('zhengfuban', `${await seatOf('sifa-lingdao', instanceId)}/approve`);
    expect(second.body.code).toBe('decided-already');
    await done('sifa-lingdao', `${await seatOf('sifa-lingdao', instanceId)}/approve`);
  });

  test('who has a seat of their own does not decide for another as well', async () => {
    await standIn('sifa-shenhe', 'sifa-jingban');
    await done('sifa-jingban', `${await seatOf('sifa-jingban', instanceId)}/approve`);
    const second = await post('sifa-jingban', `${await seatOf('sifa-shenhe', instanceId)}/approve`);
    expect(second.body.code).toBe('decided-already');
  });

  test('who drafted decides no seat for anybody', async () => {
    await standIn('sifa-shenhe', 'dajiang');
    const seat = await seatOf('sifa-shenhe', instanceId);
    for (const [verb, body] of [
      ['claim', {}],
      ['approve', {}],
      ['return', { reason: '不同意' }],
      ['reject', { reason: '不同意' }],
    ] as const) {
      const answer = await post('dajiang', `${seat}/${verb}`, body);
      expect([verb, answer.status, answer.body.code]).toEqual([verb, 403, 'drafter-cannot-review']);
    }
    expect(await verdicts(instanceId)).toEqual([]);
  });

  test('a candidate who stands in for the one who holds the task acts for the holder, and the record replays', async () => {
    const pool = inARow('pooled', { review: userTask('review', '', `${REVIEWER}${LEADER}`) });
    await play.publish('pooled', pool);
    const { instanceId: id } = await play.run('pooled');
    const task = `/tasks/${await c.taskAt(id, 'review')}`;
    await done('sifa-shenhe', `${task}/claim`);
    await standIn('sifa-shenhe', 'sifa-lingdao');
    await done('sifa-lingdao', `${task}/approve`, { opinion: '代为同意' });
    const line = (await history(id)).find(({ text }) => text === '代为同意');
    expect(line).toMatchObject({ actor: { name: '余局长' }, for: { name: '谭审核' } });
    expect(await verdicts(id)).toMatchObject([{ by: 'sifa-lingdao', for: 'sifa-shenhe' }]);
    expect(await play.isSound(id)).toBe(true);
  });
});

describe('自动去重', () => {
  const run = async (dedupe: string, tasks: Readonly<Record<string, string>>): Promise<string> => {
    const nodes = Object.entries(tasks).map(([id, who]) => [id, userTask(id, '', who)]);
    await play.publish('twice', inARow('twice', Object.fromEntries(nodes), `chengban:dedupe="${dedupe}"`));
    return (await play.run('twice')).instanceId;
  };

  test('adjacent: who agreed at the step before is not asked again, and the record says so', async () => {
    const id = await run('adjacent', { first: DESK, second: DESK, third: REVIEWER });
    await done('sifa-jingban', `${await seatOf('sifa-jingban', id)}/approve`, { opinion: '同意' });
    expect(await play.active(id)).toEqual(['third']);
    const lines = (await history(id)).filter(({ nodeId }) => nodeId === 'second');
    expect(lines).toMatchObject([
      { verb: 'repeat', verbName: '自动去重', actor: null, text: '司徒经办已在“first”同意，这里自动去重。' },
    ]);
    expect(await verdicts(id)).toEqual([
      { node: 'first', by: 'sifa-jingban', for: null, repeats: null },
      { node: 'second', by: 'sifa-jingban', for: null, repeats: 'first' },
    ]);
    expect(await play.isSound(id)).toBe(true);
  });

  test('adjacent means the step before: with another’s review in between the same person is asked again', async () => {
    const id = await run('adjacent', { first: DESK, second: REVIEWER, third: DESK });
    await play.act('sifa-jingban', id, 'first');
    await play.act('sifa-shenhe', id, 'second');
    expect(await play.active(id)).toEqual(['third']);
    expect(await play.isSound(id)).toBe(true);
  });

  test('whom a return asks is asked, though they agreed before', async () => {
    const id = await run('adjacent', { first: DESK, second: DESK, third: REVIEWER });
    await play.act('sifa-jingban', id, 'first');
    const back = { reason: '再看一遍', where: 'node', nodeId: 'second' };
    await done('sifa-shenhe', `${await seatOf('sifa-shenhe', id)}/return`, back);
    expect(await seats(id)).toEqual({ second: ['sifa-jingban'] });
    expect(await play.isSound(id)).toBe(true);
  });
});
