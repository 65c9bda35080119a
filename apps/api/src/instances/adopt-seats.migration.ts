import type { JsonObject } from '@chengban/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainLines } from './history-chain.js';

interface Row {
  readonly tenant: string;
  readonly id: string;
  readonly revision: number;
  readonly historySeq: number;
  readonly historyHash: string;
  readonly approval: JsonObject;
}

/** Matters that are carried over together: their lines are held in memory. */
const AT_ONCE = 500;

/**
 * Matters of before there were seats were given them by a query (Approval1764002000000), which their history does not
 * tell. A line of its own says whom they were given to, so that what is done from then on replays.
 */
export class AdoptSeats1764002005000 implements MigrationInterface {
  readonly name = 'AdoptSeats1764002005000';

  async up(db: QueryRunner): Promise<void> {
    const at = new Date().toISOString();
    for (let rows = await next(db, null); rows.length > 0; rows = await next(db, rows.at(-1) ?? null))
      for (const row of rows) await adopt(db, row, at);
  }

  /** @throws where a history tells of it: lines are only ever added, and the older program cannot read this one */
  async down(db: QueryRunner): Promise<void> {
    const [{ matters = 0 } = {}]: { matters?: number }[] = await db.query(
      `SELECT count(*)::int AS matters FROM history WHERE verb = 'adopt'`,
    );
    if (matters > 0)
      throw new Error(`有 ${matters} 件事项已经按席位办理，不能退回。需要旧程序的，请从升级前的备份恢复。`);
  }
}

const next = (db: QueryRunner, after: Pick<Row, 'tenant' | 'id'> | null): Promise<Row[]> =>
  db.query(
    `SELECT tenant, id, revision, history_seq AS "historySeq", history_hash AS "historyHash", approval FROM instance
      WHERE $1::text IS NULL OR (tenant, id) > ($1, $2::uuid) ORDER BY tenant, id LIMIT ${AT_ONCE}`,
    [after?.tenant ?? null, after?.id ?? null],
  );

async function adopt(db: QueryRunner, row: Row, at: string): Promise<void> {
  const { tenant, id, revision, historySeq, historyHash, approval } = row;
  const place = { tenant, instanceId: id, seq: historySeq, revision, prevHash: historyHash };
  const event = { type: 'adopt', approval };
  const lines = chainLines(place, [{ at, actorId: null, verb: 'adopt', nodeId: null, event, passed: [], text: '' }]);
  for (const { seq, hash, prevHash } of lines) {
    await db.query(
      `INSERT INTO history (tenant, instance_id, seq, revision, at, actor_id, verb, node_id, event, passed, text, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, NULL, 'adopt', NULL, $6, '{}', '', $7, $8)`,
      [tenant, id, seq, revision, at, event, prevHash, hash],
    );
    await db.query('UPDATE instance SET history_seq = $3, history_hash = $4 WHERE tenant = $1 AND id = $2', [
      tenant,
      id,
      seq,
      hash,
    ]);
  }
}
