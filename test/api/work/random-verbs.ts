import type { Deed, Move } from './pair-stages.js';
import type { City } from './city.js';
import { HANDLER, LEADER, flow, userTask } from './approval-drawings.js';

/** Mulberry32: the same seed walks the same way. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const DRAFTERS = ['gongan', 'gongan2'] as const;
const REVIEWERS = ['sifa-jingban', 'sifa-shenhe', 'sifa-lingdao', 'gongan-shenhe'] as const;
const OTHERS = ['shuili', 'dajiang', 'zhengfuban'] as const;
export const ADMINS = ['admin', 'shizhang'] as const;
export const EVERYBODY = [...DRAFTERS, ...REVIEWERS, ...OTHERS, ...ADMINS];
const NODES = ['draft', 'vote', 'turns', 'pool', 'note', 'either'] as const;

/** 票签, 依次, a pool and a second draft beside each other, then 或签. */
export function everyKindOfSeat(idOf: (account: string) => string): string {
  const people = REVIEWERS.map((account) => `<chengban:assignment kind="person" person="${idOf(account)}" />`).join('');
  return flow(
    'walk',
    'chengban:cancelUntil="accepted" chengban:dedupe="adjacent"',
    `<bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="join" />
     ${userTask('vote', 'chengban:seats="vote" chengban:passCount="2" chengban:veto="true"', people)}
     ${userTask('turns', 'chengban:seats="sequence"', people)}${userTask('pool', '', people)}
     ${userTask('note', 'chengban:purpose="draft"', HANDLER)}
     ${userTask('either', 'chengban:seats="any"', `${people}${LEADER}`)}`,
    'draft>split',
    ...['vote', 'turns', 'pool', 'note'].flatMap((id) => [`split>${id}`, `${id}>join`]),
    'join>either',
    'either>end',
  );
}

interface OpenSeat {
  readonly id: string;
  readonly node: string;
  readonly candidates: readonly string[];
  readonly holder: string | null;
}

export interface Standing {
  readonly instanceId: string;
  readonly completed: boolean;
  readonly open: readonly OpenSeat[];
  /** of tasks that are closed */
  readonly closed: readonly string[];
  readonly seats: readonly number[];
  readonly tokens: readonly number[];
}

/** What there is to act on, in an order that does not depend on ids. */
export async function lookAt(c: City, instanceId: string): Promise<Standing> {
  const [instance] = await c.sql<{ completed: boolean; tokens: number[]; seats: number[] }>(
    `SELECT status = 'completed' AS completed,
            coalesce((SELECT jsonb_agg(s->'token') FROM jsonb_array_elements(approval->'sittings') s), '[]') AS tokens,
            coalesce((SELECT jsonb_agg(e->'id') FROM jsonb_array_elements(approval->'sittings') s,
                        jsonb_array_elements(s->'seats') e WHERE e ? 'asked'), '[]') AS seats
       FROM instance WHERE id = $1`,
    [instanceId],
  );
  const tasks = await c.sql<OpenSeat & { status: string }>(
    `SELECT t.id, t.node_id AS node, t.status, h.account AS holder,
            (SELECT coalesce(array_agg(p.account ORDER BY p.account), '{}') FROM person p WHERE p.id = ANY(t.candidate_ids)) AS candidates
       FROM task t LEFT JOIN person h ON h.id = t.holder_id WHERE t.instance_id = $1 ORDER BY t.seat, t.opened_at`,
    [instanceId],
  );
  const open = tasks.filter(({ status }) => status === 'open');
  return { instanceId, ...instance!, open, closed: tasks.filter((task) => !open.includes(task)).map(({ id }) => id) };
}

const FORM = { data: { content: '已完成' }, evidenceIds: [] };
const REASON = { reason: '按实际情况办理' };

export interface Tried extends Move {
  readonly deed: Deed;
}

/** Somebody's next act: mostly by those whose turn it is, sometimes by anybody on anything. */
export function nextAct(
  random: (below: number) => number,
  idOf: (account: string) => string,
  standing: Standing,
): Tried {
  const any = <Item>(from: readonly Item[]): Item => from[random(from.length)]!;
  const { instanceId, completed, open, closed, seats, tokens } = standing;
  const whole = (deed: Deed, by: string, path: string, body: object = REASON): Tried => ({
    deed,
    by,
    method: 'post',
    path: `/instances/${instanceId}/${path}`,
    body,
  });
  const dice = random(20);
  if (completed && dice < 12) return whole('reopen', any(REVIEWERS), 'reopen');
  if (dice === 0) return whole('terminate', any(ADMINS), 'terminate');
  if (dice === 1) return whole('cancel', any(DRAFTERS), 'cancel');
  if (dice === 2 || dice === 3) return whole('withdraw', any([...REVIEWERS, ...DRAFTERS]), 'withdraw');
  if (dice === 4) return whole('urge', any(EVERYBODY), 'urge', {});
  if (dice === 5) {
    const to = { token: any(tokens.length > 0 ? tokens : [1]), to: any(NODES), ...REASON };
    const move = random(3);
    if (move === 0) return whole('reroute', any(ADMINS), 'reroute', to);
    return move === 1
      ? whole('confirmReroute', any(ADMINS), 'reroute/confirm', {})
      : whole('dropReroute', any(ADMINS), 'reroute/drop', {});
  }
  if (dice === 6) {
    const [fromId, toId] = [any(EVERYBODY), any(EVERYBODY)].map(idOf);
    return {
      deed: 'handOver',
      by: 'admin',
      method: 'post',
      path: '/handovers',
      body: { fromId, toId, instanceIds: [instanceId], ...REASON },
    };
  }
  const task = open.length > 0 ? any(open) : null;
  const id = task === null || random(25) === 0 ? any(closed.length > 0 ? closed : ['none']) : task.id;
  const near = task?.holder ?? (task && task.candidates.length > 0 ? any(task.candidates) : any(EVERYBODY));
  const by = random(8) === 0 ? any(EVERYBODY) : near;
  const on = (deed: Deed, path: string, body: object = {}, method: Move['method'] = 'post'): Tried => ({
    deed,
    by,
    method,
    path: `/tasks/${id}/${path}`,
    body,
  });
  const passOn = { toId: idOf(any(EVERYBODY)), ...REASON };
  const drafts = task?.node === 'draft' || task?.node === 'note';
  const acts: readonly (() => Tried)[] = drafts
    ? [
        () => on('submit', 'submit', FORM),
        () => on('submit', 'submit', FORM),
        () => on('save', 'draft', FORM, 'put'),
        () => on('claim', 'claim'),
        () => on('release', 'release'),
        () => on('transfer', 'transfer', passOn),
      ]
    : [
        () => on('approve', 'approve', { opinion: '同意' }),
        () => on('approve', 'approve', { opinion: '同意' }),
        () => on('approve', 'approve', { opinion: '同意' }),
        () => ({ ...on('approveBatch', ''), path: '/tasks/approve-batch', body: { items: [{ taskId: id }] } }),
        () => on('return', 'return', { ...REASON, ...any([{}, { where: 'drafter' }, { where: 'previous' }]) }),
        () => (random(3) === 0 ? on('reject', 'reject', REASON) : on('claim', 'claim')),
        () => on('claim', 'claim'),
        () => on('release', 'release'),
        () => on('transfer', 'transfer', passOn),
        () => on('delegate', 'delegate', passOn),
        () => on('reply', 'reply', { opinion: '没有意见' }),
        () => on('reply', 'reply', { opinion: '没有意见' }),
        () =>
          on('addSigner', 'signers', {
            side: any(['before', 'after', 'beside']),
            mode: any(['all', 'any', 'sequence']),
            personIds: [...new Set([any(EVERYBODY), any(EVERYBODY)])].map(idOf),
          }),
        () => on('removeSigner', 'signers/remove', { seat: any(seats.length > 0 ? seats : [1]), ...REASON }),
      ];
  return any(acts)();
}
