import { city, offered, type City, type Started } from './city.js';
import { player, type Player } from './player.js';
import { CHOSEN_FLOW } from './verb-drawings.js';

// What the pages with the verbs ask for: whom one may name, how a task ended, what still counts, where one may move.

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
  await p.publish('chosen', CHOSEN_FLOW);
  await p.bind('chosen', 'gonganju');
});
afterAll(() => c?.close());

const idOf = async (account: string): Promise<string> => (await c.as(account)).personId;
const post = async (account: string, path: string, body: object) => (await c.as(account)).post(path).send(body);
const get = async (account: string, path: string) => (await (await c.as(account)).get(path).expect(200)).body;

async function submit({ taskId, obligationId }: Started, chosen?: Record<string, unknown>) {
  const evidenceIds = [await c.file('gongan', obligationId)];
  return post('gongan', `/tasks/${taskId}/submit`, {
    data: { content: '已完成' },
    evidenceIds,
    ...(chosen && { chosen }),
  });
}

/** Handed in, with the chosen reviewer's yes: it waits at the desk. */
async function atDesk(): Promise<Started> {
  const started = await c.started();
  expect((await submit(started, { sign: [await idOf('gongan-shenhe')] })).status).toBe(200);
  await p.act('gongan-shenhe', started.instanceId, 'sign');
  return started;
}

test('what is handed in carries whom the starter chose, and the page offers only those within the range', async () => {
  const started = await c.started();
  const page = await get('gongan', `/tasks/${started.taskId}`);
  expect(page.choices).toMatchObject([{ nodeId: 'sign', name: '单位审核', role: 'reviewer', max: 1, chosen: [] }]);
  const { items } = await get('gongan', `/tasks/${started.taskId}/people?choice=sign`);
  expect(items.map((person: { name: string }) => person.name)).toEqual(['黄科长']);

  const out = await submit(started, { sign: [await idOf('sifa-shenhe')] });
  expect(out.body).toMatchObject({ code: 'not-a-choice', field: 'chosen' });
  for (const wrong of [{ sign: 'gongan' }, { sign: ['no id'] }, ['x']])
    expect((await submit(started, wrong as never)).status).toBe(400);

  const done = await submit(started, { sign: [(await idOf('gongan-shenhe')).toUpperCase()] });
  expect(done.body.next).toEqual([{ name: '单位审核', who: ['黄科长'] }]);
  expect(await p.isSound(started.instanceId)).toBe(true);
});

test('a draft is passed on inside its unit only, and the search for it finds nobody else', async () => {
  const started = await c.started();
  const path = `/tasks/${started.taskId}`;
  const { items } = await get('gongan', `${path}/people?transfer=true`);
  expect(items.map((person: { name: string }) => person.name).sort()).toEqual(['梁警官', '黄科长']);
  const refused = await post('gongan', `${path}/transfer`, { toId: await idOf('shuili'), reason: '请你局填报' });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'outside-unit', field: 'toId' });
  const moved = await post('gongan', `${path}/transfer`, { toId: await idOf('gongan2'), reason: '由梁警官填报' });
  expect(moved.status).toBe(200);
  expect((await get('gongan2', path)).offers.find((one: { verb: string }) => one.verb === 'submit').allowed).toBe(true);
});

test('a task says how it ended and by whose act', async () => {
  const { instanceId, taskId } = await atDesk();
  const page = await get('gongan', `/tasks/${taskId}`);
  expect(page).toMatchObject({ closedHow: 'done', closedVerb: 'submit', closedBy: { name: '陈警官' } });
  await p.act('sifa-jingban', instanceId, 'check');
  const votes = await c.sql<{ id: string }>(
    `SELECT t.id FROM task t JOIN person p ON p.id = ANY(t.candidate_ids) WHERE t.instance_id = $1 AND t.node_id = 'vote' ORDER BY p.account`,
    [instanceId],
  );
  c.clock.advance({ minutes: 1 });
  const [leader, reviewer] = votes.map(({ id }) => id);
  const answer = await post('sifa-shenhe', `/tasks/${reviewer}/return`, { reason: '请补充人数。' });
  expect(answer.body.task).toMatchObject({ closedHow: 'done', closedVerb: 'return', closedBy: { name: '谭审核' } });
  expect(await get('sifa-shenhe', `/tasks/${reviewer}`)).toMatchObject(answer.body.task);
  expect(await get('sifa-lingdao', `/tasks/${leader}`)).toMatchObject({
    status: 'cancelled',
    closedVerb: 'return',
    closedBy: { name: '谭审核' },
  });
  const [done] = (await get('sifa-shenhe', '/tasks?status=done')).items;
  expect(done).toMatchObject({ id: reviewer, closedHow: 'done', closedVerb: 'return' });
});

test('the record tells which decisions a return has undone, and that they stand again when the work comes straight back', async () => {
  const { instanceId, obligationId } = await atDesk();
  const counts = async (): Promise<Record<string, boolean[]>> => {
    const { history } = await get('sifa-jingban', `/instances/${instanceId}`);
    const of = (nodeId: string): boolean[] =>
      history
        .filter((line: { nodeId: string; verb: string }) => line.nodeId === nodeId && /submit|approve/.test(line.verb))
        .map((line: { counts: boolean }) => line.counts);
    return { draft: of('draft'), sign: of('sign') };
  };
  expect(await counts()).toEqual({ draft: [true], sign: [true] });
  c.clock.advance({ minutes: 1 });
  const check = await c.taskAt(instanceId, 'check');
  const back = { reason: '请补充人数。', where: 'drafter', after: 'replay' };
  expect((await post('sifa-jingban', `/tasks/${check}/return`, back)).status).toBe(200);
  expect(await counts()).toEqual({ draft: [false], sign: [false] });
  const again = { instanceId, obligationId, taskId: await c.taskAt(instanceId, 'draft') };
  c.clock.advance({ minutes: 1 });
  expect((await submit(again)).status).toBe(200);
  expect(await counts()).toEqual({ draft: [false, true], sign: [false] });
});

test('an administrator is offered every move that would leave the flow sound, and the move says from where', async () => {
  const { instanceId } = await atDesk();
  const seen = await (await c.as('admin')).get(`/instances/${instanceId}`).expect(200);
  const { moves } = offered(seen, 'reroute') as unknown as { moves: { token: number; name: string; to: object[] }[] };
  expect(moves).toMatchObject([{ nodeId: 'check', name: '司法局经办' }]);
  expect(moves[0]!.to).toEqual(
    expect.arrayContaining([
      { nodeId: 'draft', name: '填报' },
      { nodeId: 'vote', name: '会签' },
    ]),
  );
  const asked = { token: moves[0]!.token, to: 'vote', reason: '经办人出差。' };
  expect((await post('admin', `/instances/${instanceId}/reroute`, asked)).status).toBe(200);
  expect((await get('admin', `/instances/${instanceId}`)).reroute).toMatchObject({ from: '司法局经办', to: '会签' });
  const desk = await (await c.as('sifa-jingban')).get(`/instances/${instanceId}`).expect(200);
  expect(offered(desk, 'reroute')).toBeUndefined();
});

test('a round that its unit took back says so, and one that was rejected too', async () => {
  const { instanceId, taskId, ...matter } = await c.started();
  const chosen = { sign: [await idOf('gongan-shenhe')] };
  expect((await submit({ instanceId, taskId, ...matter }, chosen)).status).toBe(200);
  const withdrawn = await post('gongan', `/instances/${instanceId}/withdraw`, { reason: '数字写错了。' });
  expect(withdrawn.status).toBe(200);
  const again = await c.taskAt(instanceId, 'draft');
  const outcomes = async (): Promise<string[]> =>
    (await get('gongan', `/tasks/${again}`)).rounds.map((round: { outcome: string }) => round.outcome);
  expect(await outcomes()).toEqual(['withdrawn']);
  expect((await submit({ instanceId, taskId: again, ...matter })).status).toBe(200);
  expect(await outcomes()).toEqual(['withdrawn', 'pending']);
  await p.act('gongan-shenhe', instanceId, 'sign');
  const check = await c.taskAt(instanceId, 'check');
  expect((await post('sifa-jingban', `/tasks/${check}/reject`, { reason: '不属于报送范围。' })).status).toBe(200);
  expect(await outcomes()).toEqual(['withdrawn', 'rejected']);
});
