import type { Change } from './change.js';
import type { Parts, Place } from './statement-parts.js';

/** Tasks that end, change hands and open. A seat has one open task at most. */
export function writeTasks(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  const ended: string[] = [];
  if (change.closedSeats.length > 0) {
    parts.add(
      'closed_tasks',
      `UPDATE task SET status = r.status, closed_at = ${at}, closed_by = r."byId", closed_how = r.how,
              holder_id = CASE WHEN r.status = 'completed' THEN r."byId" ELSE holder_id END
         FROM jsonb_to_recordset(${json(change.closedSeats)}) AS r(seat int, status text, how text, "byId" uuid)
        WHERE tenant = ${tenant} AND instance_id = ${id} AND task.status = 'open' AND task.seat = r.seat
       RETURNING 1`,
    );
    ended.push('closed_tasks');
  }
  if (change.changedSeats.length > 0)
    parts.add(
      'changed_tasks',
      `UPDATE task SET candidate_ids = r."candidateIds", holder_id = r."holderId"
         FROM jsonb_to_recordset(${json(change.changedSeats)}) AS r(seat int, "candidateIds" uuid[], "holderId" uuid)
        WHERE tenant = ${tenant} AND instance_id = ${id} AND task.status = 'open' AND task.seat = r.seat`,
    );
  if (change.opened.length === 0) return;
  // counting the ended ones first makes them end first: a seat may close and open again in one command
  const first = ended.map((name) => ` AND (SELECT count(*) FROM ${name}) >= 0`).join('');
  parts.add(
    'opened_tasks',
    `INSERT INTO task (tenant, id, instance_id, node_id, token, seat, name, purpose, status, candidate_ids, holder_id, unit_id, obligation_id, due_at, remind_at, escalate_at, opened_at)
     SELECT ${tenant}, r.id, ${id}, r."nodeId", r.token, r.seat, r.name, r.purpose, 'open', r."candidateIds", r."holderId",
            ${bind(change.unitId)}::text, ${bind(change.obligationId)}::uuid, r."dueAt", r."remindAt", r."escalateAt", ${at}
       FROM jsonb_to_recordset(${json(change.opened)})
         AS r(id uuid, "nodeId" text, token int, seat int, name text, purpose text, "candidateIds" uuid[], "holderId" uuid,
              "dueAt" timestamptz, "remindAt" timestamptz, "escalateAt" timestamptz)
      WHERE TRUE${first}`,
  );
}
