import type { Change, Waiting } from './change.js';
import type { Parts, Place } from './statement-parts.js';

/** Rows of one kind of waiting at these nodes and tokens. */
function placesIn(parts: Parts, places: readonly Waiting[]): string {
  const nodes = parts.bind(places.map((place) => place.nodeId));
  const tokens = parts.bind(places.map((place) => place.token));
  return `(node_id, token) IN (SELECT * FROM unnest(${nodes}::text[], ${tokens}::int[]))`;
}

interface Ending {
  readonly table: 'timer' | 'job';
  /** the row whose moment or answer this command is, and what becomes of it */
  readonly own: { readonly id: string | null; readonly status: 'fired' | 'done' };
  readonly cancelled: readonly Waiting[];
}

/** Rows of waiting that came to their end, and those that died with what they belonged to. */
function endRows(parts: Parts, { tenant, id, at }: Place, { table, own, cancelled }: Ending): void {
  const { bind } = parts;
  if (own.id)
    parts.add(
      `ended_${table}`,
      `UPDATE ${table} SET status = '${own.status}', closed_at = ${at} WHERE tenant = ${tenant} AND id = ${bind(own.id)}`,
    );
  if (cancelled.length === 0) return;
  const others = own.id ? ` AND id <> ${bind(own.id)}` : '';
  parts.add(
    `cancelled_${table}s`,
    `UPDATE ${table} SET status = 'cancelled', closed_at = ${at}
     WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'pending' AND ${placesIn(parts, cancelled)}${others}`,
  );
}

/** Timers that fired, died with their task, or begin. */
export function writeTimers(parts: Parts, place: Place, change: Change): void {
  const own = { id: change.firedTimerId, status: 'fired' } as const;
  endRows(parts, place, { table: 'timer', own, cancelled: change.cancelledTimers });
  if (change.startedTimers.length > 0)
    parts.add(
      'started_timers',
      `INSERT INTO timer (tenant, id, instance_id, node_id, token, due_at, status)
       SELECT ${place.tenant}, r.id, ${place.id}, r."nodeId", r.token, r."dueAt", 'pending'
         FROM jsonb_to_recordset(${parts.json(change.startedTimers)})
           AS r(id uuid, "nodeId" text, token int, "dueAt" timestamptz)`,
    );
}

/** Work that was answered, is no longer wanted, or begins. */
export function writeJobs(parts: Parts, place: Place, change: Change): void {
  const { tenant, id, at } = place;
  const own = { id: change.doneJobId, status: 'done' } as const;
  endRows(parts, place, { table: 'job', own, cancelled: change.cancelledJobs });
  if (change.startedJobs.length > 0)
    parts.add(
      'started_jobs',
      `INSERT INTO job (tenant, id, instance_id, node_id, token, handler, input, status, created_at, due_at)
       SELECT ${tenant}, r.id, ${id}, r."nodeId", r.token, r.handler, r.input, 'pending', ${at}, ${at}
         FROM jsonb_to_recordset(${parts.json(change.startedJobs)})
           AS r(id uuid, "nodeId" text, token int, handler text, input jsonb)`,
    );
}

/** Places that wait for messages and signals. */
export function writeWaits(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  if (change.endedWaits.length > 0)
    parts.add(
      'ended_waits',
      `DELETE FROM wait WHERE tenant = ${tenant} AND instance_id = ${id} AND ${placesIn(parts, change.endedWaits)}`,
    );
  if (change.startedWaits.length > 0)
    parts.add(
      'started_waits',
      `INSERT INTO wait (tenant, id, instance_id, obligation_id, node_id, token, kind, name, key, since)
       SELECT ${tenant}, r.id, ${id}, ${bind(change.obligationId)}::uuid, r."nodeId", r.token, r.kind, r.name, r.key, ${at}
         FROM jsonb_to_recordset(${json(change.startedWaits)})
           AS r(id uuid, "nodeId" text, token int, kind text, name text, key text)`,
    );
}
