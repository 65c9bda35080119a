import { createHash } from 'node:crypto';
import type { Change } from './change.js';
import type { Prepared } from './prepared.js';

/** A statement in the making: parts that are joined by commas, and the values of its placeholders. */
class Parts {
  readonly values: unknown[] = [];
  readonly texts: string[] = [];

  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
  readonly json = (value: unknown): string => `${this.bind(JSON.stringify(value))}::jsonb`;

  add(name: string, sql: string): void {
    this.texts.push(`${name} AS (${sql})`);
  }
}

const SHAPES = new Map<string, Prepared>();

/**
 * The one statement of a command: marking, tasks, timers, history, outbox, submission, obligation and the answer for a
 * repeated request, written together or not at all. Parts without rows are left out, so a statement has one of a few
 * dozen shapes; each is named and prepared once per connection.
 */
export function writeStatement(change: Change): { statement: Prepared; values: readonly unknown[] } {
  const parts = new Parts();
  const tenant = parts.bind(change.tenant);
  const id = `${parts.bind(change.instanceId)}::uuid`;
  const at = `${parts.bind(change.at)}::timestamptz`;
  const actor = `${parts.bind(change.actorId)}::uuid`;
  const place: Place = { tenant, id, at, actor };
  writeInstance(parts, place, change);
  writeTasks(parts, place, change);
  writeTimers(parts, place, change);
  writeHistory(parts, place, change);
  writeSubmission(parts, place, change);
  writeObligation(parts, place, change);
  writeAnswer(parts, place, change);
  const text = `WITH ${parts.texts.join(',\n')}\nSELECT ${actor} IS NULL AS automatic`;
  return { statement: prepared(text), values: parts.values };
}

function prepared(text: string): Prepared {
  const known = SHAPES.get(text);
  if (known) return known;
  // the name must follow from the text: PostgreSQL refuses one name for two texts, and processes may differ in versions
  const fresh = { name: `instance.write-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
  SHAPES.set(text, fresh);
  return fresh;
}

interface Place {
  readonly tenant: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
}

function writeInstance(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  const last = change.history.at(-1);
  const chain = last ? { seq: bind(last.seq), hash: bind(last.hash) } : null;
  const marking = json(change.marking);
  const status = bind(change.status);
  const ended = `CASE WHEN ${status}::text = 'completed' THEN ${at} END`;
  const start = change.start;
  if (!start) {
    const chained = chain ? `, history_seq = ${chain.seq}, history_hash = ${chain.hash}` : '';
    return parts.add(
      'the_instance',
      `UPDATE instance SET marking = ${marking}, status = ${status}, outcome = ${bind(change.outcome)}, revision = ${bind(change.revision)},
         round = ${bind(change.round)}, drafter_ids = ${bind(change.drafterIds)}, reader_unit_ids = ${bind(change.readerUnitIds)},
         ended_at = ${ended}${chained}
       WHERE tenant = ${tenant} AND id = ${id}`,
    );
  }
  parts.add(
    'the_instance',
    `INSERT INTO instance (tenant, id, definition_version_id, obligation_id, unit_id, supervisor_unit_id, reader_unit_ids,
       seat_unit_ids, seat_roles, seat_person_ids, drafter_ids, submission_id, round, marking, status, outcome, revision,
       history_seq, history_hash, started_by, started_at, ended_at)
     VALUES (${tenant}, ${id}, ${bind(start.definitionVersionId)}, ${bind(change.obligationId)}, ${bind(start.unitId)},
       ${bind(start.supervisorUnitId)}, ${bind(change.readerUnitIds)}, ${bind(start.seats.unitIds)},
       ${bind(start.seats.roles)}, ${bind(start.seats.personIds)},
       ${bind(change.drafterIds)}, ${bind(change.submissionId)}, ${bind(change.round)}, ${marking}, ${status}, ${bind(change.outcome)},
       ${bind(change.revision)}, ${chain?.seq ?? '0'}, ${chain?.hash ?? "''"}, ${bind(start.startedBy)}, ${at}, ${ended})`,
  );
}

function writeTasks(parts: Parts, { tenant, id, at, actor }: Place, change: Change): void {
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
  if (change.cancelledTaskNodes.length > 0) {
    const own = change.task ? ` AND id <> ${bind(change.task.id)}` : '';
    parts.add(
      'cancelled_tasks',
      `UPDATE task SET status = 'cancelled', closed_at = ${at}
       WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'open' AND node_id = ANY(${bind(change.cancelledTaskNodes)})${own}
       RETURNING 1`,
    );
    ended.push('cancelled_tasks');
  }
  if (change.opened.length === 0) return;
  // counting the ended ones first makes them end first: a node may close and open again in one command
  const first = ended.map((name) => ` AND (SELECT count(*) FROM ${name}) >= 0`).join('');
  parts.add(
    'opened_tasks',
    `INSERT INTO task (tenant, id, instance_id, node_id, name, purpose, status, candidate_ids, unit_id, obligation_id, due_at, opened_at)
     SELECT ${tenant}, r.id, ${id}, r."nodeId", r.name, r.purpose, 'open', r."candidateIds", ${bind(change.unitId)}::text,
            ${bind(change.obligationId)}::uuid, r."dueAt", ${at}
       FROM jsonb_to_recordset(${json(change.opened)})
         AS r(id uuid, "nodeId" text, name text, purpose text, "candidateIds" uuid[], "dueAt" timestamptz)
      WHERE TRUE${first}`,
  );
}

function writeTimers(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind, json } = parts;
  if (change.firedTimerId)
    parts.add(
      'fired_timer',
      `UPDATE timer SET status = 'fired', closed_at = ${at} WHERE tenant = ${tenant} AND id = ${bind(change.firedTimerId)}`,
    );
  if (change.cancelledTimerNodes.length > 0) {
    const own = change.firedTimerId ? ` AND id <> ${bind(change.firedTimerId)}` : '';
    parts.add(
      'cancelled_timers',
      `UPDATE timer SET status = 'cancelled', closed_at = ${at}
       WHERE tenant = ${tenant} AND instance_id = ${id} AND status = 'pending' AND node_id = ANY(${bind(change.cancelledTimerNodes)})${own}`,
    );
  }
  if (change.startedTimers.length > 0)
    parts.add(
      'started_timers',
      `INSERT INTO timer (tenant, id, instance_id, node_id, due_at, status)
       SELECT ${tenant}, r.id, ${id}, r."nodeId", r."dueAt", 'pending'
         FROM jsonb_to_recordset(${json(change.startedTimers)}) AS r(id uuid, "nodeId" text, "dueAt" timestamptz)`,
    );
}

function writeHistory(parts: Parts, { tenant, id, at }: Place, change: Change): void {
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

function writeSubmission(parts: Parts, { tenant, id, at, actor }: Place, change: Change): void {
  const { bind, json } = parts;
  const submission = (): string => `${bind(change.submissionId)}::uuid`;
  if (change.start)
    parts.add(
      'the_submission',
      `INSERT INTO submission (tenant, id, instance_id, obligation_id, unit_id, reader_unit_ids, status, rounds, created_at, updated_at)
       VALUES (${tenant}, ${submission()}, ${id}, ${bind(change.obligationId)}, ${bind(change.unitId)}, ${bind(change.readerUnitIds)},
               ${bind(change.stage)}, 0, ${at}, ${at})`,
    );
  else if (change.stage || change.readersChanged)
    parts.add(
      'the_submission',
      `UPDATE submission SET status = coalesce(${bind(change.stage)}, status), outcome = ${bind(change.outcome)}, rounds = ${bind(change.round)},
              reader_unit_ids = ${bind(change.readerUnitIds)}, updated_at = ${at}
        WHERE tenant = ${tenant} AND id = ${submission()}`,
    );
  const round = change.newRound;
  if (round) {
    parts.add(
      'the_round',
      `INSERT INTO submission_round (tenant, submission_id, no, data, evidence_ids, submitted_by, submitted_at)
       VALUES (${tenant}, ${submission()}, ${bind(round.no)}, ${json(round.data)}, ${bind(round.evidenceIds)}, ${actor}, ${at})`,
    );
    if (round.evidenceIds.length > 0)
      parts.add(
        'evidence_uses',
        `INSERT INTO evidence_use (tenant, evidence_id, submission_id, round_no)
         SELECT ${tenant}, used, ${submission()}, ${bind(round.no)}::int FROM unnest(${bind(round.evidenceIds)}::uuid[]) AS used`,
      );
  }
  if (change.verdict) {
    const { id: verdictId, roundNo, taskId, nodeId, verdict, reason, final } = change.verdict;
    parts.add(
      'the_verdict',
      `INSERT INTO submission_verdict (tenant, id, submission_id, round_no, task_id, node_id, verdict, reason, final, person_id, at)
       VALUES (${tenant}, ${bind(verdictId)}, ${submission()}, ${bind(roundNo)}, ${bind(taskId)}, ${bind(nodeId)}, ${bind(verdict)},
               ${bind(reason)}, ${bind(final)}, ${actor}, ${at})`,
    );
  }
  if (change.draft === 'drop')
    parts.add('the_draft', `DELETE FROM submission_draft WHERE tenant = ${tenant} AND instance_id = ${id}`);
  else if (change.draft)
    parts.add(
      'the_draft',
      `INSERT INTO submission_draft (tenant, instance_id, data, evidence_ids, saved_by, saved_at)
       VALUES (${tenant}, ${id}, ${json(change.draft.data)}, ${bind(change.draft.evidenceIds)}, ${actor}, ${at})
       ON CONFLICT (tenant, instance_id) DO UPDATE
         SET data = excluded.data, evidence_ids = excluded.evidence_ids, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    );
}

function writeObligation(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind } = parts;
  if (!change.stage && !change.readersChanged) return;
  const sets = [`reader_unit_ids = ${bind(change.readerUnitIds)}`];
  if (change.start) sets.push(`instance_id = ${id}`);
  if (change.stage) sets.push(`status = ${bind(change.stage)}`);
  if (change.newRound) sets.push(`submitted_at = ${at}`);
  if (change.stage === 'returned') sets.push(`returned_at = ${at}`);
  if (change.stage === 'closed') sets.push(`closed_at = ${at}`, `outcome = ${bind(change.outcome)}`);
  parts.add(
    'the_obligation',
    `UPDATE obligation SET ${sets.join(', ')} WHERE tenant = ${tenant} AND id = ${bind(change.obligationId)}`,
  );
}

function writeAnswer(parts: Parts, { tenant, at }: Place, { answer }: Change): void {
  const { bind } = parts;
  if (!answer) return;
  parts.add(
    'the_answer',
    `INSERT INTO idempotency_key (tenant, person_id, key, request_hash, status, etag, body, created_at)
     VALUES (${tenant}, ${bind(answer.personId)}, ${bind(answer.key)}, ${bind(answer.requestHash)}, ${bind(answer.status)},
             ${bind(answer.etag)}, ${bind(JSON.stringify(answer.body))}::json, ${at})`,
  );
}
