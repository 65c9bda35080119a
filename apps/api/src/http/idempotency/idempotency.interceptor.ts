import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { canonicalJson, type Json } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Transactions } from '../../database/transactions.js';
import { Problem } from '../problems/problem.js';
import { signedInOf, type ApiRequest } from '../request.js';
import { IdempotencyStore, type KeyOwner, type StoredAnswer } from './idempotency.store.js';

/**
 * Same key and same request: same answer, one effect. Key, effect and answer commit together, so a crash in between
 * leaves neither; a refused or failed act rolls its key back and may be tried again with it.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: IdempotencyStore,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    const { actor } = signedInOf(context);
    const owner = { tenant: actor.tenant, personId: actor.personId, key: checked(key) };
    return from(this.once(owner, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private once(owner: KeyOwner, request: ApiRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const requestHash = hashOf(request);
    return this.transactions.inTransaction(async (manager) => {
      const earlier = await this.store.take(manager, owner, requestHash);
      if (earlier) return replay(earlier, requestHash, reply);
      const body: unknown = await firstValueFrom(next.handle());
      const etag = reply.getHeader('etag');
      await this.store.keep(manager, owner, {
        status: reply.statusCode,
        etag: typeof etag === 'string' ? etag : null,
        body,
      });
      return body;
    });
  }
}

function replay(earlier: StoredAnswer, requestHash: Buffer, reply: FastifyReply): unknown {
  if (!earlier.requestHash.equals(requestHash))
    throw new Problem({
      status: 422,
      code: 'idempotency-key-reused',
      title: '同一个操作编号用在了不同的内容上',
      detail: '请刷新页面后重新提交；通过接口提交时，每个新操作请使用新的 Idempotency-Key。',
    });
  void reply.status(earlier.status).header('Idempotency-Replayed', 'true');
  if (earlier.etag !== null) void reply.header('ETag', earlier.etag);
  return earlier.body;
}

const hashOf = (request: ApiRequest): Buffer =>
  createHash('sha256')
    .update(
      [
        request.method,
        request.url,
        request.headers['if-match'] ?? '',
        canonicalJson((request.body ?? null) as Json),
      ].join('\n'),
    )
    .digest();

function checked(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new Problem({
    status: 400,
    code: 'invalid-idempotency-key',
    title: '操作编号有误',
    detail: 'Idempotency-Key 应当是 1 到 128 个可见字符，不含空格。',
  });
}
