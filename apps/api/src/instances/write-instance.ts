import type { Change } from './change.js';
import type { Parts, Place } from './statement-parts.js';

/** Marking and head of an instance; the row itself when the command opens it. */
export function writeInstance(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  const last = change.history.at(-1);
  const chain = last ? { seq: bind(last.seq), hash: bind(last.hash) } : null;
  const marking = json(change.marking);
  const approval = json(change.approval);
  const status = bind(change.status);
  const ended = `CASE WHEN ${status}::text = 'completed' THEN ${at} END`;
  const start = change.start;
  if (!start) {
    const chained = chain ? `, history_seq = ${chain.seq}, history_hash = ${chain.hash}` : '';
    return parts.add(
      'the_instance',
      `UPDATE instance SET marking = ${marking}, approval = ${approval}, status = ${status}, outcome = ${bind(change.outcome)}, revision = ${bind(change.revision)},
         round = ${bind(change.round)}, drafter_ids = ${bind(change.drafterIds)}, reader_unit_ids = ${bind(change.readerUnitIds)},
         ended_at = ${ended}${chained}
       WHERE tenant = ${tenant} AND id = ${id}`,
    );
  }
  parts.add(
    'the_instance',
    `INSERT INTO instance (tenant, id, definition_version_id, obligation_id, unit_id, supervisor_unit_id, reader_unit_ids,
       main, request, seat_unit_ids, seat_roles, seat_person_ids, drafter_ids, submission_id, round, marking, approval, status, outcome, revision,
       history_seq, history_hash, started_by, started_at, ended_at)
     VALUES (${tenant}, ${id}, ${bind(start.definitionVersionId)}, ${bind(change.obligationId)}, ${bind(start.unitId)},
       ${bind(start.supervisorUnitId)}, ${bind(change.readerUnitIds)}, ${bind(start.main)}, ${bind(start.request)}, ${bind(start.seats.unitIds)},
       ${bind(start.seats.roles)}, ${bind(start.seats.personIds)},
       ${bind(change.drafterIds)}, ${bind(change.submissionId)}, ${bind(change.round)}, ${marking}, ${approval}, ${status}, ${bind(change.outcome)},
       ${bind(change.revision)}, ${chain?.seq ?? '0'}, ${chain?.hash ?? "''"}, ${bind(start.startedBy)}, ${at}, ${ended})`,
  );
}

/** What happened, and what must be told to somebody. */
export function writeHistory(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { json } = parts;
  if (change.history.length > 0)
    parts.add(
      'the_history',
      `INSERT INTO history (tenant, instance_id, seq, revision, at, actor_id, verb, node_id, event, passed, text, prev_hash, hash)
       SELECT ${tenant}, ${id}, r.seq, r.revision, r.at, r."actorId", r.verb, r."nodeId", r.event, r.passed, r.text, r."prevHash", r.hash
         FROM jsonb_to_recordset(${json(change.history)})
           AS r(seq int, revision int, at timestamptz, "actorId" uuid, verb text, "nodeId" text, event jsonb, passed text[],
                text text, "prevHash" text, hash text)`,
    );
  if (change.outbox.length > 0)
    parts.add(
      'the_outbox',
      `INSERT INTO outbox (tenant, id, instance_id, topic, payload, created_at, due_at)
       SELECT ${tenant}, r.id, ${id}, r.topic, r.payload, ${at}, ${at}
         FROM jsonb_to_recordset(${json(change.outbox)}) AS r(id uuid, topic text, payload jsonb)`,
    );
}
