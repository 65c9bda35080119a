import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { Problem } from '../http/problems/problem.js';
import type { ActEnvelope, Repeat } from './act-request.js';
import { HistoryReadModel } from './history.read-model.js';
import type { StoredAnswer } from './lock-task.js';
import { Refused } from './refused.js';

/** Once is once: a repeated request gets the answer of the first, a refused one learns what happened meanwhile. */
@Injectable()
export class Answers {
  constructor(
    private readonly transactions: Transactions,
    private readonly history: HistoryReadModel,
  ) {}

  /**
   * Runs a command. Of two requests with one key that arrive together, the second waits for the lock and then finds the
   * task done or the key taken: it is answered from what the first one stored.
   */
  async once<Answer>({ actor, repeat }: ActEnvelope, command: () => Promise<Answer>): Promise<Answer> {
    try {
      return await command();
    } catch (error) {
      const earlier = repeat && (await this.stored(actor.tenant, actor.personId, repeat));
      const answer = earlier && this.sameAs<Answer>(earlier, repeat);
      if (answer) return answer;
      throw error instanceof Refused ? await this.explained(error) : error;
    }
  }

  /**
   * The stored answer when the request is the same.
   * @throws Problem 422 `idempotency-key-reused` when the key belongs to another request
   */
  sameAs<Answer>(earlier: StoredAnswer | null, repeat: Repeat | null): Answer | null {
    if (!earlier || !repeat) return null;
    if (earlier.requestHash === repeat.requestHash.toString('hex')) return earlier.body as Answer;
    throw new Problem({
      status: 422,
      code: 'idempotency-key-reused',
      title: '同一个操作编号用在了不同的内容上',
      detail: '请刷新页面后重新提交；通过接口提交时，每个新操作请使用新的 Idempotency-Key。',
    });
  }

  private async stored(tenant: string, personId: string, repeat: Repeat): Promise<StoredAnswer | null> {
    const rows: StoredAnswer[] = await this.transactions.current().query(
      `SELECT encode(request_hash, 'hex') AS "requestHash", status, etag, body FROM idempotency_key
        WHERE tenant = $1 AND person_id = $2 AND key = $3`,
      [tenant, personId, repeat.key],
    );
    return rows[0] ?? null;
  }

  /** The refusal with what happened meanwhile, where that is why. */
  async explained(refused: Refused): Promise<Problem> {
    if (refused.status !== 409 || !refused.instance) return refused.toProblem();
    const { tenant, id, seen } = refused.instance;
    const current = await this.history.changedSince(tenant, id, seen);
    return current ? refused.toProblem(current) : refused.toProblem();
  }
}
