import { v7 } from 'uuid';
import { GatherDueUseCase } from '../../../apps/api/src/notify/gather-due.use-case.js';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import { SendOutsideUseCase } from '../../../apps/api/src/outbox/send-outside.use-case.js';
import { TENANT } from '../../support/world.js';
import type { TestApp } from '../../support/app.js';

export interface Line {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly title: string;
  readonly count: number;
  readonly readAt: string | null;
}

/** What happens to messages in a city: somebody's commands leave them, the server tells them. */
export const told = (c: TestApp) => {
  const idOf = async (account: string): Promise<string> => {
    const rows = await c.sql<{ id: string }>('SELECT id FROM person WHERE tenant = $1 AND account = $2', [
      TENANT,
      account,
    ]);
    return rows[0]!.id;
  };
  const use = {
    deliver: (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute(),
    gather: (): Promise<number> => c.app.get(GatherDueUseCase, { strict: false }).execute(),
    send: (): Promise<number> => c.app.get(SendOutsideUseCase, { strict: false }).execute(),
  };
  return {
    idOf,
    ...use,

    /** leaves messages in the outbox, as a command does; answers their ids */
    leave: async (topic: string, accounts: readonly string[], count = 1, words: { title?: string } = {}) => {
      const personIds = await Promise.all(accounts.map(idOf));
      const ids = Array.from({ length: count }, () => v7());
      for (const id of ids)
        await c.sql(
          `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at) VALUES ($1, $2, $3, $4, $5, $5)`,
          [
            TENANT,
            id,
            topic,
            {
              personIds,
              title: '待办：审核',
              text: '台执督-01-001',
              taskId: null,
              instanceId: null,
              obligationId: null,
              ...words,
            },
            c.clock.date(),
          ],
        );
      return ids;
    },

    /** all that the server does about it by itself, as far as it is due now */
    settle: async (): Promise<void> => {
      await use.deliver();
      await use.gather();
      await use.send();
    },
  };
};

export type Told = ReturnType<typeof told>;
