import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { MATTER_VERBS, TASK_VERBS } from '@chengban/domain';
import type request from 'supertest';
import { city, type City } from './city.js';
import { contradictions } from './contradictions.js';
import { gateOf, type Gate } from './gate.js';
import { STAGE_NAMES, theatre, type Deed, type Move, type Stage, type StageName, type Theatre } from './pair-stages.js';

// Two people act at once on the same matter, in every pair of verbs. Both requests are under way before either has the
// lock. PROPERTY_FACTOR above 1 (npm run test:nightly) takes both orders of every pair, and leaves order to chance too.

const DEEDS: readonly Deed[] = [...TASK_VERBS, ...MATTER_VERBS, 'approveBatch'];
const NIGHTLY = Number(process.env['PROPERTY_FACTOR'] ?? 1) > 1;

/**
 * What becomes of the verb of the row and the verb of the column, in the order of DEEDS:
 * - `1` whichever comes first wins, the other is told so · `2` neither is in the way of the other
 * - `>` both happen if the row's comes first, else only the column's · `<` both if the column's does, else only the row's
 * - where only one is possible now: `r`, `c` the row's, the column's, and never the other; `R`, `C` the other after it
 */
const OUTCOMES: Readonly<Record<Deed, string>> = {
  claim: '1',
  release: '2 1',
  save: '1 2 1',
  submit: '1 2 1 1',
  approve: '1 < 2 2 1',
  return: '1 < < < 1 1',
  reject: '1 < < < 1 1 1',
  transfer: '1 < 1 1 1 1 1 1',
  delegate: '1 < 2 2 1 1 1 1 1',
  reply: '< 2 2 2 2 > > 2 2 1',
  addSigner: '1 2 2 2 1 1 1 1 1 2 1',
  removeSigner: '2 2 2 2 > > > > > 2 2 1',
  withdraw: '1 2 1 1 1 1 1 < 1 2 1 2 1',
  cancel: '< < < < < < 1 < < < < < < 1',
  terminate: '< < < < < < 1 < < < < < < 1 1',
  reopen: 'r r r r r r r r r r r r r R R 1',
  urge: '2 2 2 2 2 2 > 2 2 2 2 2 2 > > C 1',
  reroute: '2 2 2 2 2 2 > 2 2 2 2 2 2 > > c 2 1',
  confirmReroute: '< < < < 1 1 1 < < < < < 1 > > c 2 R 1',
  dropReroute: '2 2 2 2 > > > 2 2 2 2 2 > > > c 2 R 1 1',
  handOver: '< < 2 1 1 2 > > 2 1 > < > > > c 2 2 > 2 1',
  approveBatch: '1 < 2 2 1 1 1 1 1 2 1 < 1 > > c 2 2 1 < 1 1',
};

type Symbol = '1' | '2' | '>' | '<' | 'r' | 'c' | 'R' | 'C';

/** first and second in order, where the row's came first and where the column's did */
const ALLOWED: Readonly<Record<Symbol, Readonly<Record<'row' | 'column', readonly [boolean, boolean]>>>> = {
  '1': { row: [true, false], column: [true, false] },
  '2': { row: [true, true], column: [true, true] },
  '>': { row: [true, true], column: [true, false] },
  '<': { row: [true, false], column: [true, true] },
  r: { row: [true, false], column: [false, true] },
  c: { row: [false, true], column: [true, false] },
  R: { row: [true, true], column: [false, true] },
  C: { row: [false, true], column: [true, true] },
};

const outcomeOf = (row: Deed, column: Deed): Symbol => OUTCOMES[row].split(' ')[DEEDS.indexOf(column)] as Symbol;

/** Refusals that are about what the loser wanted; the others (409) tell who did what. */
const SAYS_ITSELF = new Set([
  'not-candidate',
  'nobody-to-remove',
  'nothing-to-withdraw',
  'withdraw-too-late',
  'nobody-to-urge',
  'urged-just-now',
  'reroute-asked-already',
  'reroute-not-asked',
  'reopen-running',
  'already-seated',
  'nothing-to-hand-over',
]);

let c: City;
let t: Theatre;
let gate: Gate;
const names = new Map<string, string>();
const possible = new Map<StageName, ReadonlySet<string>>();
beforeAll(async () => {
  c = await city();
  t = await theatre(c);
  gate = await gateOf(c);
  for (const { account, name } of await c.sql<{ account: string; name: string }>('SELECT account, name FROM person'))
    names.set(account, name);
  for (const name of STAGE_NAMES) possible.set(name, new Set(Object.keys((await t.stages[name]()).moves)));
}, 120_000);
afterAll(async () => {
  await gate?.close();
  await c?.close();
});

interface Sent extends Move {
  readonly deed: Deed;
  readonly key: string;
}

const send = async ({ by, method, path, body, key }: Sent, seen?: number): Promise<request.Response> => {
  const client = await c.as(by);
  const call = client[method](path).set('Idempotency-Key', key);
  return seen === undefined ? call.send(body) : call.set('If-Match', `"${seen}"`).send(body);
};

/** The first stage in which both are possible. */
const stageOf = (row: Deed, column: Deed): StageName | undefined =>
  STAGE_NAMES.find((name) => possible.get(name)!.has(row) && possible.get(name)!.has(column));

/** Sent by two different people wherever two people can. */
function movesOf({ moves }: Stage, row: Deed, column: Deed): { row: Sent; column: Sent } {
  const [mine] = moves[row]!;
  const others = moves[column]!.filter((move) => row !== column || move !== mine);
  const other = others.find(({ by }) => by !== mine!.by) ?? others[0] ?? mine!;
  return {
    row: { ...mine!, deed: row, key: randomUUID() },
    column: { ...other, deed: column, key: randomUUID() },
  };
}

/** 批量 and 交接 answer for each of their items. */
const itemOf = ({
  body,
}: request.Response): { ok: boolean; code?: string; title?: string; detail?: string } | undefined => body.results?.[0];
const succeeded = (answer: request.Response): boolean => answer.status === 200 && (itemOf(answer)?.ok ?? true);

/** What keeps the answer of the loser from telling what happened, or null. */
function unclear(answer: request.Response, { by, deed }: Sent, isLost: boolean): string | null {
  const { code = '', title = '', detail = '' } = itemOf(answer) ?? answer.body;
  const told = JSON.stringify([answer.status, code, title, detail]);
  if (!/\p{Script=Han}/u.test(title)) return `no word: ${told}`;
  if (SAYS_ITSELF.has(code)) return null;
  if (!isLost) return null;
  const name = names.get(by)!;
  if (!detail.includes(name)) return `not told that it was ${name}: ${told}`;
  if (itemOf(answer)) return null;
  const { changed = [] } = answer.body.current ?? {};
  const verb = deed === 'approveBatch' ? 'approve' : deed;
  const isNamed = changed.some(
    (line: { verb: string; actor: { name: string } | null }) => line.verb === verb && line.actor?.name === name,
  );
  return answer.status === 409 && isNamed ? null : `not told what was done: ${told}`;
}

async function race(row: Deed, column: Deed, first: 'row' | 'column' | 'chance'): Promise<string[]> {
  const stage = await t.stages[stageOf(row, column)!]();
  const moves = movesOf(stage, row, column);
  const order = first === 'column' ? [moves.column, moves.row] : [moves.row, moves.column];
  const answers =
    first === 'chance'
      ? await Promise.all(order.map((move) => send(move)))
      : await gate.inOrder(
          stage.instanceId,
          order.map((move) => () => send(move)),
        );
  const done = answers.map(succeeded);
  const wrong: string[] = [];
  const allowed = ALLOWED[outcomeOf(row, column)];
  // what could not be done anyway is refused for its own reason, whoever else acts
  const isOneSided = /[rcRC]/.test(outcomeOf(row, column));
  const isRight =
    first === 'chance'
      ? [allowed.row, allowed.column.toReversed()].some((each) => String(each) === String(done))
      : String(allowed[first]) === String(done);
  if (!isRight)
    wrong.push(`${done.join()} instead: ${answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).join()}`);
  for (const [at, answer] of answers.entries()) {
    if (answer.status >= 500) wrong.push(`a fault: ${answer.text}`);
    const other = order[1 - at]!;
    if (!done[at])
      wrong.push(
        ...[unclear(answer, other, done[1 - at]! && (first === 'chance' ? !isOneSided : at === 1))].filter(
          (each) => each !== null,
        ),
      );
    // once is once: sent again it answers the same, and does nothing
    if (!done[at]) continue;
    const again = await send(order[at]!);
    if (again.status !== answer.status || !isDeepStrictEqual(again.body, answer.body))
      wrong.push(`repeated it answers ${again.status} ${JSON.stringify(again.body)}`);
  }
  wrong.push(...(await contradictions(c, [stage.instanceId])).map((each) => JSON.stringify(each)));
  return wrong.map((each) => `${row} + ${column}, ${first} first: ${each}`);
}

test('the table has a row for every verb of the domain, and a column for each up to its own', () => {
  expect(Object.keys(OUTCOMES)).toEqual(DEEDS);
  for (const [at, deed] of DEEDS.entries()) {
    expect([deed, OUTCOMES[deed]]).toEqual([deed, expect.stringMatching(/^[12<>rcRC]( [12<>rcRC])*$/)]);
    expect([deed, OUTCOMES[deed].split(' ').length]).toEqual([deed, at + 1]);
  }
});

test('there is a stage for every pair', () => {
  const missing = DEEDS.flatMap((row, at) =>
    DEEDS.slice(0, at + 1)
      .filter((column) => !stageOf(row, column))
      .map((column) => `${row} + ${column}`),
  );
  expect(missing).toEqual([]);
});

test.each(DEEDS)(
  '%s at once with each other verb: one wins or both happen as the table says, the other is told, and all rows agree',
  async (row) => {
    const wrong: string[] = [];
    for (const [at, column] of DEEDS.slice(0, DEEDS.indexOf(row) + 1).entries()) {
      const orders = (['row', 'column'] as const).filter((_, n) => NIGHTLY || (at + DEEDS.indexOf(row)) % 2 === n);
      for (const order of orders) wrong.push(...(await race(row, column, order)));
      if (NIGHTLY) for (let n = 0; n < 5; n += 1) wrong.push(...(await race(row, column, 'chance')));
    }
    expect(wrong).toEqual([]);
  },
  NIGHTLY ? 1_800_000 : 180_000,
);

test('pages that say what they saw: of two at once one wins, and the other reads who did what, whatever the verbs', async () => {
  const wrong: string[] = [];
  for (const deed of DEEDS.filter((each) => each !== 'handOver' && each !== 'approveBatch')) {
    const partner = deed === 'reopen' ? 'reopen' : 'terminate';
    const stage = await t.stages[stageOf(deed, partner)!]();
    const [{ revision }] = (await c.sql<{ revision: number }>('SELECT revision FROM instance WHERE id = $1', [
      stage.instanceId,
    ])) as [{ revision: number }];
    const { row, column } = movesOf(stage, deed, partner);
    const answers = await gate.inOrder(stage.instanceId, [() => send(column, revision), () => send(row, revision)]);
    const [won, lost] = answers as [request.Response, request.Response];
    if (won.status !== 200) wrong.push(`${partner} before ${deed}: ${won.text}`);
    const why = lost.body.code === 'stale' ? unclear(lost, column, true) : `answered ${lost.status} ${lost.text}`;
    if (why !== null) wrong.push(`${deed} after ${partner}: ${why}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('who is urged while the matter passes to somebody else: that one is told, of the task that is open now', async () => {
  const stage = await t.stages.pool();
  const { row: urge, column: approve } = movesOf(stage, 'urge', 'approve');
  await gate.inOrder(stage.instanceId, [() => send(approve), () => send(urge)]);
  // of all the others there would be thousands to tell
  await c.sql('DELETE FROM outbox WHERE instance_id <> $1', [stage.instanceId]);
  await t.play.deliver();
  const told = await c.sql(
    `SELECT p.account, t.node_id AS node, t.status FROM notification n
       JOIN person p ON p.id = n.person_id LEFT JOIN task t ON t.id = n.task_id
      WHERE n.instance_id = $1 AND n.kind = 'task.urged'`,
    [stage.instanceId],
  );
  expect(told).toEqual([{ account: 'sifa-jingban', node: 'last', status: 'open' }]);
});

test('reopened and started anew at once: one of the two, and the obligation is answered by that one', async () => {
  const { instanceId, moves } = await t.stages.ended();
  const [reopen] = moves.reopen!;
  const [{ id }] = (await c.sql<{ id: string }>('SELECT obligation_id AS id FROM instance WHERE id = $1', [
    instanceId,
  ])) as [{ id: string }];
  const start = { by: 'gongan', method: 'post', path: `/obligations/${id}/start`, body: {}, deed: 'claim' } as const;
  const answers = await gate.inOrder(instanceId, [
    () => send({ ...reopen!, deed: 'reopen', key: randomUUID() }),
    () => send({ ...start, key: randomUUID() }),
  ]);
  const running = await c.sql<{ id: string }>(
    `SELECT i.id FROM instance i JOIN obligation o ON o.id = i.obligation_id
      WHERE o.id = $1 AND i.main AND i.status <> 'completed' AND o.instance_id = i.id`,
    [id],
  );
  const all = await c.sql(`SELECT FROM instance WHERE obligation_id = $1 AND status <> 'completed'`, [id]);
  expect([answers.map(({ status }) => status).sort(), running.length, all.length]).toEqual([[201, 409], 1, 1]);
  expect(await contradictions(c, [running[0]!.id])).toEqual([]);
});
