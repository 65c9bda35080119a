import type { Change } from './change.js';
import type { Parts, Place } from './statement-parts.js';
import { placesIn } from './write-waiting.js';

/** Tasks that end, then tasks that open. */
export function writeTasks(parts: Parts, { tenant, id, at, actor }: Place, change: Change): void {
  const { bind, json } = parts;
  const ended: string[] = [];
  if (change.task) {
    const { status, holderId } = change.task;
    const closing = status === 'completed' ? `, closed_at = ${at}, closed_by = ${actor}` : '';
    parts.add(
      'the_task',
      `UPDATE task SET status = ${bind(status)}, holder_id = ${bind(holderId)}${closing}
       WHERE tenant = ${tenant} AND id = ${bind(change.task.id)} RETURNING 1`,
    );
    ended.push('the_task');
  }
  if (change.cancelledTasks.length > 0) {
    const own = change.task ? ` AND id <> ${bind(change.task.id)}` : '';
    parts.add(
      'cancelled_tasks',
      `UPDATE task SET status = 'cancelled', closed_at = ${at}
       WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'open' AND ${placesIn(parts, change.cancelledTasks)}${own}
       RETURNING 1`,
    );
    ended.push('cancelled_tasks');
  }
  if (change.opened.length === 0) return;
  // counting the ended ones first makes them end first: a place may close and open again in one command
  const first = ended.map((name) => ` AND (SELECT count(*) FROM ${name}) >= 0`).join('');
  parts.add(
    'opened_tasks',
    `INSERT INTO task (tenant, id, instance_id, node_id, token, name, purpose, status, candidate_ids, unit_id, obligation_id, due_at, opened_at)
     SELECT ${tenant}, r.id, ${id}, r."nodeId", r.token, r.name, r.purpose, 'open', r."candidateIds", ${bind(change.unitId)}::text,
            ${bind(change.obligationId)}::uuid, r."dueAt", ${at}
       FROM jsonb_to_recordset(${json(change.opened)})
         AS r(id uuid, "nodeId" text, token int, name text, purpose text, "candidateIds" uuid[], "dueAt" timestamptz)
      WHERE TRUE${first}`,
  );
}
