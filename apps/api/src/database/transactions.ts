import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** serialization_failure, deadlock_detected: the database undid one of several transactions; running it again is right */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 6;

/**
 * The transaction is an argument: `inTransaction(manager => …)`, and everything inside uses that manager.
 * A call inside a running transaction joins it (so does a use case inside an idempotent request); only the outermost
 * call commits, and only the outermost call is run again after a deadlock: never half a transaction.
 * Whatever happens inside must therefore be repeatable: no mail, no file, nothing but rows.
 */
@Injectable()
export class Transactions {
  private readonly running = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer) return work(outer);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction((manager) => this.running.run(manager, () => work(manager)));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetried(error)) throw error;
        // random, so that two that collided do not collide again in step
        await pause(Math.random() * 10 * attempt);
      }
    }
  }

  /**
   * The manager of the running transaction, else one outside any. Read models use it: inside a transaction they then see
   * its own writes, and take no second connection (which could wait for ever when every connection holds one).
   */
  current(): EntityManager {
    return this.running.getStore() ?? this.dataSource.manager;
  }
}

const isRetried = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && RETRIED.has(String(error.code));
