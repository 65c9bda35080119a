import { Injectable } from '@nestjs/common';
import type { ObligationDraft } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

/** Writes obligations. What their flow does to them (status, rounds, end) is written with the act itself. */
@Injectable()
export class ObligationStore {
  /** The obligations that a plan already has; they keep key and number when it is generated again. */
  existing(manager: EntityManager, tenant: string, planId: string): Promise<Pick<ObligationDraft, 'key' | 'seq'>[]> {
    return manager.query('SELECT key, seq FROM obligation WHERE tenant = $1 AND plan_id = $2', [tenant, planId]);
  }

  /** Adds those that are not there yet, in one statement. @returns how many were new */
  async add(
    manager: EntityManager,
    tenant: string,
    planId: string,
    drafts: readonly ObligationDraft[],
    createdAt: Date,
  ): Promise<number> {
    const rows = drafts.map((draft) => ({ ...draft, id: uuid() }));
    const added = await manager.query<unknown[]>(
      `INSERT INTO obligation (tenant, id, plan_id, key, number, seq, measure_no, unit_id, kind, requirement, due_on,
         status, reader_unit_ids, created_at)
       SELECT $1, d.id, $2, d.key, d.number, d.seq, d."measureNo", d."unitId", d.kind, d.requirement, d."dueOn",
         'pending', '{}', $4
       FROM json_to_recordset($3) AS d (id uuid, key text, number text, seq int, "measureNo" int, "unitId" text,
         kind text, requirement text, "dueOn" date)
       ON CONFLICT (tenant, plan_id, key) DO NOTHING RETURNING 1`,
      [tenant, planId, JSON.stringify(rows), createdAt],
    );
    return added.length;
  }

  async count(manager: EntityManager, tenant: string, planId: string): Promise<number> {
    const sql = 'SELECT count(*) AS n FROM obligation WHERE tenant = $1 AND plan_id = $2';
    const [row] = await manager.query<{ n: number }[]>(sql, [tenant, planId]);
    return row?.n ?? 0;
  }
}
