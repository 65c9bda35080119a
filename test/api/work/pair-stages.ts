import type { MatterVerb, TaskVerb } from '@chengban/domain';
import type request from 'supertest';
import { TENANT } from '../../support/world.js';
import { DESK, HANDLER, flow, inARow, userTask } from './approval-drawings.js';
import type { City, Started } from './city.js';
import { player, type Player } from './player.js';

/** Everything that can be done to a matter over HTTP: the verbs of the domain, and 批量同意. */
export type Deed = TaskVerb | MatterVerb | 'approveBatch';

/** One request that somebody sends. */
export interface Move {
  readonly by: string;
  readonly method: 'post' | 'put';
  readonly path: string;
  readonly body: object;
}

/** A matter in which all of these are possible now. Where two of a verb are, different people can send them. */
export interface Stage {
  readonly instanceId: string;
  readonly moves: Partial<Record<Deed, readonly Move[]>>;
}

export interface Theatre {
  readonly stages: Readonly<Record<StageName, () => Promise<Stage>>>;
  readonly play: Player;
}

export const STAGE_NAMES = [
  'returned',
  'pool',
  'held',
  'delegated',
  'asked',
  'beside',
  'besideAsked',
  'ended',
] as const;
export type StageName = (typeof STAGE_NAMES)[number];

const POOL = ['sifa-jingban', 'sifa-shenhe', 'sifa-lingdao', 'gongan-shenhe'] as const;
const [A, B, C, F] = POOL;
const [D1, D2] = ['gongan', 'gongan2'] as const;
const [HELPER, OTHER] = ['shuili', 'dajiang'] as const;
const [ADMIN, SECOND] = ['admin', 'shizhang'] as const;

/** Which obligations of the unit run through which flow. */
const KINDS = { row: 'stageResult', parallel: 'progress' } as const;

/** Puts two flows up and knows how to bring a matter to each stage. */
export async function theatre(c: City): Promise<Theatre> {
  const play = player(c);
  const ids = new Map<string, string>();
  for (const { account, id } of await c.sql<{ account: string; id: string }>('SELECT account, id FROM person'))
    ids.set(account, id);
  const id = (account: string): string => ids.get(account)!;
  await c.sql(`INSERT INTO membership VALUES ($1, gen_random_uuid(), $2, 'sifaju', 'flowAdmin', '2024-01-01')`, [
    TENANT,
    id(SECOND),
  ]);
  const people = POOL.map((account) => `<chengban:assignment kind="person" person="${id(account)}" />`).join('');
  const [first, last] = [userTask('first', '', DESK), userTask('last', '', DESK)];
  const untilAccepted = 'chengban:cancelUntil="accepted"';
  await play.publish('row', inARow('row', { first, review: userTask('review', '', people), last }, untilAccepted));
  await play.publish('parallel', parallel(people, untilAccepted));
  for (const [key, kind] of Object.entries(KINDS))
    await c.sql(`INSERT INTO binding VALUES ($1, gen_random_uuid(), NULL, NULL, $2, 'gonganju', $3)`, [
      TENANT,
      kind,
      key,
    ]);

  const act = async ({ by, method, path, body }: Move): Promise<void> => {
    const answer: request.Response = await (await c.as(by))[method](path).send(body);
    if (answer.status !== 200) throw new Error(`${by} ${path}: ${JSON.stringify(answer.body)}`);
    c.clock.advance({ seconds: 1 });
  };
  const post = (by: string, path: string, body: object = {}): Move => ({ by, method: 'post', path, body });
  const form = { data: { content: '已完成' }, evidenceIds: [] };
  const begin = async (key: keyof typeof KINDS): Promise<Started> => {
    const started = await c.started({ kind: KINDS[key] });
    await act(post(D1, `/tasks/${started.taskId}/submit`, form));
    return started;
  };
  const seatOf = async (
    instanceId: string,
    nodeId: string,
    account: string,
  ): Promise<{ task: string; seat: number }> => {
    const [row] = await c.sql<{ task: string; seat: number }>(
      `SELECT id AS task, seat FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open' AND candidate_ids = ARRAY[$3::uuid]`,
      [instanceId, nodeId, id(account)],
    );
    return row!;
  };
  const tokenAt = async (instanceId: string, nodeId: string): Promise<number> =>
    (
      await c.sql<{ token: number }>(
        `SELECT token FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open'`,
        [instanceId, nodeId],
      )
    )[0]!.token;

  const on = (task: string) => ({
    claim: (by: string) => post(by, `/tasks/${task}/claim`),
    release: (by: string) => post(by, `/tasks/${task}/release`),
    save: (by: string): Move => ({ by, method: 'put', path: `/tasks/${task}/draft`, body: form }),
    submit: (by: string) => post(by, `/tasks/${task}/submit`, form),
    approve: (by: string) => post(by, `/tasks/${task}/approve`, { opinion: `${by}同意` }),
    approveBatch: (by: string) => post(by, '/tasks/approve-batch', { items: [{ taskId: task }], opinion: '一并同意' }),
    return: (by: string) => post(by, `/tasks/${task}/return`, { reason: '请补充材料' }),
    reject: (by: string) => post(by, `/tasks/${task}/reject`, { reason: '不属于本事项' }),
    transfer: (by: string, to: string) => post(by, `/tasks/${task}/transfer`, { toId: id(to), reason: '出差' }),
    delegate: (by: string, to: string) => post(by, `/tasks/${task}/delegate`, { toId: id(to), reason: '请看' }),
    reply: (by: string) => post(by, `/tasks/${task}/reply`, { opinion: '没有意见' }),
    addSigner: (by: string, to: string) =>
      post(by, `/tasks/${task}/signers`, { side: 'beside', mode: 'all', personIds: [id(to)] }),
    removeSigner: (by: string, seat: number) => post(by, `/tasks/${task}/signers/remove`, { seat, reason: '不用了' }),
  });
  const whole = (instanceId: string) => {
    const path = `/instances/${instanceId}`;
    return {
      withdraw: (by: string) => post(by, `${path}/withdraw`, { reason: '看错了' }),
      cancel: [post(D1, `${path}/cancel`, { reason: '重复填报' })],
      terminate: [ADMIN, SECOND].map((by) => post(by, `${path}/terminate`, { reason: '不再需要' })),
      reopen: [B, C].map((by) => post(by, `${path}/reopen`, { reason: '需要补充' })),
      urge: ['shizhang', ADMIN].map((by) => post(by, `${path}/urge`, { text: '请尽快' })),
      confirmReroute: [post(SECOND, `${path}/reroute/confirm`)],
      dropReroute: [ADMIN, SECOND].map((by) => post(by, `${path}/reroute/drop`)),
    };
  };
  const reroute = (instanceId: string, token: number, to: string): Move[] =>
    [ADMIN, SECOND].map((by) => post(by, `/instances/${instanceId}/reroute`, { token, to, reason: '原办理人休假' }));
  const handOver = (instanceId: string, from: string, to: string): Move[] =>
    [ADMIN, SECOND].map((by) =>
      post(by, '/handovers', { fromId: id(from), toId: id(to), instanceIds: [instanceId], reason: '调离' }),
    );

  const returned = async (): Promise<Stage> => {
    const { instanceId } = await begin('row');
    await act(on(await c.taskAt(instanceId, 'first')).return(A));
    const task = on(await c.taskAt(instanceId, 'draft'));
    const { withdraw, cancel, terminate, urge } = whole(instanceId);
    return {
      instanceId,
      moves: {
        claim: [task.claim(D1), task.claim(D2)],
        save: [task.save(D2), task.save(D1)],
        submit: [task.submit(D1), task.submit(D2)],
        transfer: [task.transfer(D2, F), task.transfer(D1, F)],
        withdraw: [withdraw(A)],
        cancel,
        terminate,
        urge,
        reroute: reroute(instanceId, await tokenAt(instanceId, 'draft'), 'first'),
        handOver: handOver(instanceId, D1, F),
      },
    };
  };

  /** `first` is approved by A, `review` waits for four people. */
  const atReview = async () => {
    const { instanceId } = await begin('row');
    await act(on(await c.taskAt(instanceId, 'first')).approve(A));
    const review = await c.taskAt(instanceId, 'review');
    return {
      instanceId,
      id: review,
      task: on(review),
      all: whole(instanceId),
      token: await tokenAt(instanceId, 'review'),
    };
  };

  const pool = async (): Promise<Stage> => {
    const { instanceId, task, all, token } = await atReview();
    return {
      instanceId,
      moves: {
        claim: [task.claim(B), task.claim(C)],
        approve: [task.approve(C), task.approve(B)],
        approveBatch: [task.approveBatch(C), task.approveBatch(F)],
        return: [task.return(F), task.return(B)],
        reject: [task.reject(B), task.reject(C)],
        transfer: [task.transfer(C, HELPER), task.transfer(F, OTHER)],
        delegate: [task.delegate(F, HELPER), task.delegate(B, OTHER)],
        addSigner: [task.addSigner(B, OTHER), task.addSigner(C, HELPER)],
        withdraw: [all.withdraw(A)],
        cancel: all.cancel,
        terminate: all.terminate,
        urge: all.urge,
        reroute: reroute(instanceId, token, 'first'),
        handOver: handOver(instanceId, C, OTHER),
      },
    };
  };

  const held = async (): Promise<Stage> => {
    const { instanceId, task, all, token } = await atReview();
    await act(task.addSigner(B, 'zhengfuban'));
    const { seat } = await seatOf(instanceId, 'review', 'zhengfuban');
    return {
      instanceId,
      moves: {
        release: [task.release(B)],
        approve: [task.approve(B)],
        return: [task.return(B)],
        reject: [task.reject(B)],
        transfer: [task.transfer(B, HELPER)],
        delegate: [task.delegate(B, HELPER)],
        addSigner: [task.addSigner(B, OTHER)],
        removeSigner: [task.removeSigner(B, seat)],
        approveBatch: [task.approveBatch(B)],
        cancel: all.cancel,
        terminate: all.terminate,
        urge: all.urge,
        reroute: reroute(instanceId, token, 'first'),
        handOver: handOver(instanceId, B, OTHER),
      },
    };
  };

  const delegated = async (): Promise<Stage> => {
    const { instanceId, task, all, token } = await atReview();
    await act(task.delegate(B, HELPER));
    return {
      instanceId,
      moves: {
        claim: [task.claim(HELPER)],
        reply: [task.reply(HELPER)],
        cancel: all.cancel,
        terminate: all.terminate,
        urge: all.urge,
        reroute: reroute(instanceId, token, 'first'),
        handOver: handOver(instanceId, HELPER, OTHER),
      },
    };
  };

  /** A stage in which an administrator has asked for a move as well: to ask for another is not possible yet. */
  const asked = async (stage: () => Promise<Stage>): Promise<Stage> => {
    const { instanceId, moves } = await stage();
    await act(moves.reroute![0]!);
    const { confirmReroute, dropReroute } = whole(instanceId);
    return { instanceId, moves: { ...moves, confirmReroute, dropReroute } };
  };

  /** Three tasks at once: a pool that B holds, seats of which each is in another state, and a second draft. */
  const beside = async (): Promise<Stage> => {
    const { instanceId } = await begin('parallel');
    const review = on(await c.taskAt(instanceId, 'review'));
    const note = on(await c.taskAt(instanceId, 'note'));
    const seats = Object.fromEntries(
      await Promise.all(POOL.map(async (account) => [account, on((await seatOf(instanceId, 'sign', account)).task)])),
    ) as Record<(typeof POOL)[number], ReturnType<typeof on>>;
    await act(seats[A].approve(A));
    await act(seats[B].delegate(B, HELPER));
    const delegatedTo = on((await seatOf(instanceId, 'sign', HELPER)).task);
    await act(seats[C].addSigner(C, 'zhengfuban'));
    const signer = await seatOf(instanceId, 'sign', 'zhengfuban');
    await act(review.claim(B));
    const all = whole(instanceId);
    return {
      instanceId,
      moves: {
        claim: [seats[F].claim(F)],
        release: [review.release(B)],
        save: [note.save(D2), note.save(D1)],
        submit: [note.submit(D1), note.submit(D2)],
        approve: [seats[C].approve(C), seats[F].approve(F)],
        approveBatch: [seats[F].approveBatch(F), review.approveBatch(B)],
        return: [review.return(B), seats[F].return(F)],
        reject: [seats[F].reject(F), review.reject(B)],
        transfer: [review.transfer(B, OTHER), seats[F].transfer(F, OTHER)],
        delegate: [seats[F].delegate(F, OTHER), review.delegate(B, OTHER)],
        reply: [delegatedTo.reply(HELPER)],
        addSigner: [seats[F].addSigner(F, OTHER), review.addSigner(B, OTHER)],
        removeSigner: [seats[C].removeSigner(C, signer.seat)],
        withdraw: [all.withdraw(A)],
        cancel: all.cancel,
        terminate: all.terminate,
        urge: all.urge,
        reroute: reroute(instanceId, await tokenAt(instanceId, 'review'), 'draft'),
        handOver: handOver(instanceId, F, OTHER),
      },
    };
  };

  /** Ended by an administrator: what people still have on their pages is too late, unless the matter is reopened. */
  const ended = async (): Promise<Stage> => {
    const { instanceId, moves } = await asked(beside);
    await act(moves.terminate![0]!);
    return { instanceId, moves: { ...moves, reopen: whole(instanceId).reopen } };
  };

  const stages = {
    returned,
    pool,
    held,
    delegated,
    asked: () => asked(pool),
    beside,
    besideAsked: () => asked(beside),
    ended,
  };
  return { stages, play };
}

/** draft → review beside sign beside a second draft → last → end */
const parallel = (people: string, attributes: string): string =>
  flow(
    'parallel',
    attributes,
    `<bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="join" />
     ${userTask('review', '', people)}${userTask('sign', 'chengban:seats="all"', people)}
     ${userTask('note', 'chengban:purpose="draft"', HANDLER)}${userTask('last', '', DESK)}`,
    'draft>split',
    'split>review',
    'split>sign',
    'split>note',
    'review>join',
    'sign>join',
    'note>join',
    'join>last',
    'last>end',
  );
