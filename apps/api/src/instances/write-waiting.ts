import type { Change, Waiting } from './change.js';
import type { Parts, Place } from './statement-parts.js';

/** Rows of one kind of waiting at these nodes and tokens. */
export function placesIn(parts: Parts, places: readonly Waiting[]): string {
  const nodes = parts.bind(places.map((place) => place.nodeId));
  const tokens = parts.bind(places.map((place) => place.token));
  return `(node_id, token) IN (SELECT * FROM unnest(${nodes}::text[], ${tokens}::int[]))`;
}

/** Timers that fired, died with their task, or begin. */
export function writeTimers(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  if (change.firedTimerId)
    parts.add(
      'fired_timer',
      `UPDATE timer SET status = 'fired', closed_at = ${at} WHERE tenant = ${tenant} AND id = ${bind(change.firedTimerId)}`,
    );
  if (change.cancelledTimers.length > 0) {
    const own = change.firedTimerId ? ` AND id <> ${bind(change.firedTimerId)}` : '';
    parts.add(
      'cancelled_timers',
      `UPDATE timer SET status = 'cancelled', closed_at = ${at}
       WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'pending' AND ${placesIn(parts, change.cancelledTimers)}${own}`,
    );
  }
  if (change.startedTimers.length > 0)
    parts.add(
      'started_timers',
      `INSERT INTO timer (tenant, id, instance_id, node_id, token, due_at, status)
       SELECT ${tenant}, r.id, ${id}, r."nodeId", r.token, r."dueAt", 'pending'
         FROM jsonb_to_recordset(${json(change.startedTimers)}) AS r(id uuid, "nodeId" text, token int, "dueAt" timestamptz)`,
    );
}

/** Work that was answered, is no longer wanted, or begins. */
export function writeJobs(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  if (change.doneJobId)
    parts.add(
      'done_job',
      `UPDATE job SET status = 'done', closed_at = ${at} WHERE tenant = ${tenant} AND id = ${bind(change.doneJobId)}`,
    );
  if (change.cancelledJobs.length > 0) {
    const own = change.doneJobId ? ` AND id <> ${bind(change.doneJobId)}` : '';
    parts.add(
      'cancelled_jobs',
      `UPDATE job SET status = 'cancelled', closed_at = ${at}
       WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'pending' AND ${placesIn(parts, change.cancelledJobs)}${own}`,
    );
  }
  if (change.startedJobs.length > 0)
    parts.add(
      'started_jobs',
      `INSERT INTO job (tenant, id, instance_id, node_id, token, handler, input, status, created_at, due_at)
       SELECT ${tenant}, r.id, ${id}, r."nodeId", r.token, r.handler, r.input, 'pending', ${at}, ${at}
         FROM jsonb_to_recordset(${json(change.startedJobs)})
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
