import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type JsonObject, type Refusal } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { settleHappening, type Happening, type LockedRow } from './automatic.js';
import type { Change } from './change.js';
import { LOCK_INSTANCE, LOCK_WAIT } from './lock-statements.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

/** What is said, and from where: without a key it is meant for the flows of the same obligation. */
export interface Message {
  readonly name: string;
  readonly key: string | null;
  readonly variables: JsonObject;
  readonly obligationId: string | null;
}

export type Happened =
  | { readonly kind: 'missing' }
  | { readonly kind: 'taken'; readonly change: Change }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What reaches a running instance without a task: a message, a signal, an administrator's second try. */
@Injectable()
export class EventCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly clock: Clock,
  ) {}

  /** @param check may throw when the row, now locked, is not to be changed by whoever asks */
  async happen(
    tenant: string,
    instanceId: string,
    happening: Happening,
    check: (row: LockedRow) => void = () => undefined,
  ): Promise<Happened> {
    return this.transactions.inTransaction(async (manager) => {
      const today = civilDateInShanghai(this.clock.now());
      const [row] = await runPrepared<LockedRow>(manager, LOCK_INSTANCE, [tenant, instanceId, today]);
      if (!row) return { kind: 'missing' };
      check(row);
      return this.take(manager, row, happening);
    });
  }

  /** Gives a message to the one place that has waited for it longest (§13.5.2); `missing` when nobody waits. */
  async deliver(tenant: string, { name, key, variables, obligationId }: Message): Promise<Happened> {
    return this.transactions.inTransaction(async (manager) => {
      const today = civilDateInShanghai(this.clock.now());
      const found = await runPrepared<
        LockedRow & { readonly wait: { readonly nodeId: string; readonly token: number } }
      >(manager, LOCK_WAIT, [tenant, name, key, obligationId, today]);
      if (!found[0]) return { kind: 'missing' };
      const { wait, ...row } = found[0];
      const event = { type: 'message', name, key, nodeId: wait.nodeId, token: wait.token, variables } as const;
      return this.take(manager, row, { event, verb: 'message', nodeId: wait.nodeId, text: name });
    });
  }

  private async take(manager: EntityManager, row: LockedRow, happening: Happening): Promise<Happened> {
    const flow = await this.flows.flow(row.tenant, row.definitionVersionId);
    const settled = await settleHappening(manager, row, flow, this.clock.now(), happening);
    if (!settled.ok) return { kind: 'refused', refusal: settled.error };
    const { statement, values } = writeStatement(settled.value);
    await runPrepared(manager, statement, values);
    return { kind: 'taken', change: settled.value };
  }
}
