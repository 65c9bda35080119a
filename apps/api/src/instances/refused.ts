import type { Refusal } from '@chengban/domain';
import { Problem } from '../http/problems/problem.js';

/** Refusals that mean «not you», and those that mean «not any more»; everything else is about what was sent (422). */
const FORBIDDEN = new Set(['not-candidate', 'drafter-cannot-review']);
const CONFLICT = new Set([
  'stale',
  'task-closed',
  'held-by-another',
  'already-claimed',
  'not-claimed',
  'not-active',
  'instance-completed',
  'already-started',
]);

const statusOf = (code: string): number => (FORBIDDEN.has(code) ? 403 : CONFLICT.has(code) ? 409 : 422);

/** An act that was not carried out. Leaves the transaction as an error, so that nothing of it stays. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly refusal: Refusal,
    /** where the answer can say what happened meanwhile */
    readonly instance?: { readonly tenant: string; readonly id: string; readonly seen: number | null },
  ) {
    super(refusal.code);
  }

  get status(): number {
    return statusOf(this.refusal.code);
  }

  /** @param current what is true now; only an answer 409 carries it */
  toProblem(current?: Readonly<Record<string, unknown>>): Problem {
    return Problem.from(this.refusal, this.status, current ? { current } : undefined);
  }
}

export const staleRefusal = (): Refusal => ({
  code: 'stale',
  message: '内容已被他人更新',
  cure: '您看到的不是最新情况，操作没有执行。请刷新页面，查看变化后再办理。',
});
