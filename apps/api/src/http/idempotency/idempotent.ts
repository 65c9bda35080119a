import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/**
 * Marks an act: with an `Idempotency-Key` header it happens once, however often it is sent. The whole handler then runs
 * in one transaction with the key (use cases join it through Transactions), so nothing of it may act outside the database.
 */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' }),
  );
