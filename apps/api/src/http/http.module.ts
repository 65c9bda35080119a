import { Global, Module } from '@nestjs/common';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyStore } from './idempotency/idempotency.store.js';

/** What controllers of every feature may use. */
@Global()
@Module({ providers: [IdempotencyInterceptor, IdempotencyStore], exports: [IdempotencyInterceptor, IdempotencyStore] })
export class HttpModule {}
