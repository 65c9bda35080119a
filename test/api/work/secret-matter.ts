import { PDF, type City } from './city.js';
import { HANDLER, LEADER, REVIEWER, DESK, flow, userTask } from './approval-drawings.js';
import { player } from './player.js';

/** Stands in everything that anybody writes about the matter; wherever it is read, something of the matter is read. */
export const MARK = 'M7Q9';

export interface SecretMatter {
  readonly instanceId: string;
  /** every row that an address can name, by the table it is of */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

const marked = (what: string): string => `${MARK}-${what}`;

/** A matter in which everything has happened: seats, rounds, items, files, words, copies, phrases, deputies, hand-over. */
export async function secretMatter(c: City): Promise<SecretMatter> {
  const play = player(c);
  await play.publish(
    'secret',
    flow(
      'secret',
      '',
      `${userTask('sign', 'chengban:seats="all"', `${DESK}${REVIEWER}${LEADER}`)}${userTask('last', '', HANDLER)}`,
      'draft>sign',
      'sign>last',
      'last>end',
    ),
  );
  await play.bind('secret', 'gonganju');
  const person = async (account: string): Promise<string> => (await c.as(account)).personId;
  const post = async (account: string, path: string, body: object): Promise<Record<string, string>> => {
    const answer = await (await c.as(account)).post(path).send(body);
    if (answer.status >= 300) throw new Error(`${account} ${path}: ${JSON.stringify(answer.body)}`);
    c.clock.advance({ seconds: 1 });
    return answer.body as Record<string, string>;
  };
  const { obligationId, instanceId, taskId } = await c.started();
  await c.sql('UPDATE obligation SET requirement = $2 WHERE id = $1', [obligationId, marked('要求')]);
  const seat = async (account: string): Promise<string> => {
    const [row] = await c.sql<{ id: string }>(
      `SELECT id FROM task WHERE instance_id = $1 AND status = 'open' AND $2 = ANY(candidate_ids)`,
      [instanceId, await person(account)],
    );
    return `/tasks/${row!.id}`;
  };
  const form = async (what: string) => ({
    data: { content: marked(what) },
    evidenceIds: [await c.file('gongan', obligationId, `${marked('签到表')}.pdf`)],
  });
  const first = await form('内容一');
  await (await c.as('gongan')).put(`/tasks/${taskId}/draft`).send(first).expect(200);
  await post('gongan', `/tasks/${taskId}/submit`, first);
  await post('sifa-jingban', `${await seat('sifa-jingban')}/approve`, { opinion: marked('意见') });
  const toId = await person('zhengfuban');
  await post('sifa-shenhe', `${await seat('sifa-shenhe')}/delegate`, { toId, reason: marked('委派') });
  await post('zhengfuban', `${await seat('zhengfuban')}/reply`, { opinion: marked('回复') });
  await post('sifa-lingdao', `${await seat('sifa-lingdao')}/signers`, {
    side: 'beside',
    mode: 'all',
    personIds: [await person('admin')],
    reason: marked('加签'),
  });
  const items = [{ text: marked('问题') }];
  await post('sifa-shenhe', `${await seat('sifa-shenhe')}/return`, { reason: marked('退回'), items });
  const draft = `/tasks/${await c.taskAt(instanceId, 'draft')}`;
  const page = await (await c.as('gongan')).get(draft).expect(200);
  const itemId = page.body.rounds[0].items[0].id as string;
  const answers = [{ itemId, done: 'changed', text: marked('答复') }];
  await post('gongan', `${draft}/submit`, { ...(await form('内容二')), answers });
  await post('gongan', `/instances/${instanceId}/urge`, { text: marked('催办') });
  const [{ token }] = (await c.sql<{ token: number }>(
    `SELECT token FROM task WHERE instance_id = $1 AND status = 'open'`,
    [instanceId],
  )) as [{ token: number }];
  await post('admin', `/instances/${instanceId}/reroute`, { token, to: 'draft', reason: marked('调度') });
  await post('admin', '/handovers', {
    fromId: await person('sifa-lingdao'),
    toId: await person('shizhang'),
    instanceIds: [instanceId],
    reason: marked('交接'),
  });
  await beside(c, post, instanceId);
  await play.deliver();
  return { instanceId, ids: await idsOf(c, obligationId, instanceId) };
}

type Post = (account: string, path: string, body: object) => Promise<Record<string, string>>;

/** What stands beside the flow. */
async function beside(c: City, post: Post, instanceId: string): Promise<void> {
  const unit = await c.as('gongan');
  const file = await unit
    .post(`/instances/${instanceId}/comments/files`)
    .attach('file', PDF, `${marked('附件')}.pdf`)
    .expect(201);
  const thread = `/instances/${instanceId}/comments`;
  await post('gongan', thread, { text: marked('沟通'), scope: 'matter', fileIds: [file.body.id] });
  await post('gongan', thread, { text: marked('内部'), scope: 'unit' });
  const personIds = [(await c.as('shizhang')).personId];
  const copy = { kind: 'circulate', personIds, note: marked('附言') };
  await post('sifa-shenhe', `/instances/${instanceId}/copies`, copy);
  const { body } = await (await c.as('shizhang')).post(`/instances/${instanceId}/copies/open`).send({}).expect(200);
  await post('shizhang', `/copies/${body.items[0].id}/remark`, { text: marked('阅') });
  await post('gongan', '/phrases', { text: marked('常用') });
  await post('gongan-shenhe', '/phrases', { text: marked('单位常用'), unitId: 'gonganju' });
  const deputyId = (await c.as('zhengfuban')).personId;
  const rule = { deputyId, from: '2024-11-01', to: '2024-11-30', definitionKeys: null, reason: marked('代理') };
  await post('sifa-jingban', '/deputies', rule);
  const hook = { name: marked('系统'), url: 'https://oa.example.gov.cn/hook', categories: ['task'], active: true };
  await post('admin', '/webhooks', hook);
}

async function idsOf(c: City, obligationId: string, instanceId: string): Promise<Record<string, readonly string[]>> {
  const of = async (sql: string, ...values: string[]): Promise<string[]> =>
    (await c.sql<{ id: string }>(sql, values)).map(({ id }) => id);
  const inInstance = (table: string) => of(`SELECT id FROM ${table} WHERE instance_id = $1 ORDER BY id`, instanceId);
  return {
    instance: [instanceId],
    obligation: [obligationId],
    task: await inInstance('task'),
    submission: await inInstance('submission'),
    comment: await inInstance('comment'),
    commentFile: await inInstance('comment_file'),
    copy: await inInstance('copy'),
    notification: await inInstance('notification'),
    evidence: await of('SELECT id FROM evidence WHERE obligation_id = $1', obligationId),
    phrase: await of(`SELECT id FROM phrase WHERE text LIKE $1`, `${MARK}%`),
    deputyRule: await of('SELECT id FROM deputy_rule WHERE reason LIKE $1', `${MARK}%`),
    webhook: await of('SELECT id FROM webhook WHERE name LIKE $1', `${MARK}%`),
  };
}
