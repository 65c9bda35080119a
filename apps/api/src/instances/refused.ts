import type { Refusal } from '@chengban/domain';
import { momentInWords } from '../http/problems/moment-in-words.js';
import { Problem } from '../http/problems/problem.js';
import type { Changed } from './history.read-model.js';

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
  'started-again',
  'extension-requested',
  'obligation-closed',
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

  /** @param current what is true now; only an answer 409 carries it, and begins with who did what */
  toProblem(current?: Changed): Problem {
    if (!current) return Problem.from(this.refusal, this.status);
    const cure = `${sentenceOf(current)}${this.refusal.cure ?? ''}`;
    return Problem.from({ ...this.refusal, ...(cure === '' ? {} : { cure }) }, this.status, { current });
  }
}

/** «陈警官于11月1日 09:30签收。» The last thing that somebody did. */
function sentenceOf({ changed }: Changed): string {
  const last = changed.findLast((item) => item.actor !== null);
  if (!last?.actor) return '';
  return `${last.actor.name}于${momentInWords(last.at)}${last.verbName}。`;
}

/** Of two that begin or reopen the work of one obligation at the same time the database lets one through. */
export const runsAlready = (fault: unknown): boolean =>
  (fault as { constraint?: string }).constraint === 'instance_running_of_obligation';

export const staleRefusal = (): Refusal => ({
  code: 'stale',
  message: '内容已有更新',
  cure: '您看到的不是最新情况，操作没有执行。请刷新页面，查看变化后再办理。',
});
