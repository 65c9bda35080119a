import { OPEN_ITEMS } from './open-items.js';
import type { Prepared } from './prepared.js';
import { ANY_UNIT } from '@chengban/domain';

// Everything an act needs to know, in one round trip, with the instance (then the task or timer) locked. The order of
// the two locks is the same everywhere: two acts on one instance queue, and never meet in a deadlock.
// Joined rows that are not locked may be older than the lock; only what nobody but a command changes is locked.
// Each row is looked up by itself, not by way of another: a plan that was made while a city was empty stays in use until
// the next statistics, and would by then walk all obligations times all instances times all tasks.

const INSTANCE = `
  i.tenant, i.id, i.definition_version_id AS "definitionVersionId", i.obligation_id AS "obligationId",
  i.unit_id AS "unitId", i.supervisor_unit_id AS "supervisorUnitId", i.reader_unit_ids AS "readerUnitIds",
  i.drafter_ids AS "drafterIds", i.submission_id AS "submissionId", i.round, i.marking, i.approval, i.status, i.outcome, i.revision,
  i.history_seq AS "historySeq", i.history_hash AS "historyHash", i.started_by AS "startedBy", i.main, i.request,
  i.seat_unit_ids AS "seatUnitIds", i.seat_roles AS "seatRoles", i.seat_person_ids AS "seatPersonIds"`;

const FACE = `
  jsonb_build_object('id', o.id, 'number', o.number, 'measureNo', o.measure_no, 'measureText', m.text,
    'requirement', o.requirement, 'unitName', u.name, 'dueOn', o.due_on, 'status', o.status,
    'submittedAt', o.submitted_at, 'returnedAt', o.returned_at, 'closedAt', o.closed_at) AS face`;

const FACE_ROWS = `
  JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
  JOIN unit u ON u.tenant = o.tenant AND u.id = o.unit_id`;

interface SeatColumns {
  readonly tenant: string;
  readonly units: string;
  readonly roles: string;
  readonly persons: string;
  readonly today: string;
}

/**
 * People who may get the next tasks: those who hold the flow's seats (units and roles in step; in every unit where an
 * expression says which), persons whom it names, and flow administrators. Small readings by index only: one condition
 * with OR would read everybody in the city, and so would a join to people that the planner may turn round (hence OFFSET 0).
 */
const seats = ({ tenant, units, roles, persons, today }: SeatColumns): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', p.name, 'unitId', s.unit_id, 'role', s.role,
            'unitNames', s.unit_names) ORDER BY p.account), '[]')
     FROM (
       SELECT m.person_id, m.unit_id, m.role, m.valid_from, m.valid_to, '{}'::text[] AS unit_names
         FROM unnest(${units}, ${roles}) AS seat (unit_id, role)
         JOIN membership m ON m.tenant = ${tenant} AND m.unit_id = seat.unit_id AND m.role = seat.role
       UNION ALL
       SELECT m.person_id, m.unit_id, m.role, m.valid_from, m.valid_to, ARRAY[u.name, u.short_name] || u.aliases
         FROM unnest(${units}, ${roles}) AS seat (unit_id, role)
         JOIN unit u ON seat.unit_id = '${ANY_UNIT}' AND u.tenant = ${tenant}
         CROSS JOIN LATERAL (SELECT person_id, unit_id, role, valid_from, valid_to FROM membership
                              WHERE tenant = u.tenant AND unit_id = u.id AND role = seat.role OFFSET 0) m
       UNION ALL
       SELECT m.person_id, m.unit_id, m.role, m.valid_from, m.valid_to, '{}'
         FROM membership m WHERE m.tenant = ${tenant} AND m.role = 'flowAdmin'
       UNION ALL
       SELECT m.person_id, m.unit_id, m.role, m.valid_from, m.valid_to, '{}'
         FROM unnest(${persons}) AS named (id) JOIN membership m ON m.tenant = ${tenant} AND m.person_id = named.id
     ) s
     CROSS JOIN LATERAL (SELECT name, account FROM person WHERE tenant = ${tenant} AND id = s.person_id OFFSET 0) p
    WHERE s.valid_from <= ${today} AND (s.valid_to IS NULL OR s.valid_to >= ${today})) AS seats`;

const ofInstance = { units: 'i.seat_unit_ids', roles: 'i.seat_roles', persons: 'i.seat_person_ids' };

/** … and persons whom the act itself names. */
const ofAct = (persons: string) => ({ ...ofInstance, persons: `i.seat_person_ids || ${persons}::uuid[]` });

/** A column of the task $2, known before anything is joined. */
const ofTask = (column: string): string => `(SELECT ${column} FROM task WHERE tenant = $1 AND id = $2)`;

/** $1 tenant, $2 task, $3 person, $4 idempotency key or null, $5 today in Shanghai, $6 evidence ids of the act, $7 persons whom it names */
export const LOCK_TASK: Prepared = {
  name: 'instance.lock-task',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofAct('$7'), tenant: '$1', today: '$5::date' })},
      jsonb_build_object('id', t.id, 'nodeId', t.node_id, 'token', t.token, 'seat', t.seat, 'name', t.name, 'purpose', t.purpose, 'status', t.status,
        'candidateIds', t.candidate_ids, 'holderId', t.holder_id, 'dueAt', t.due_at, 'openedAt', t.opened_at,
        'closedAt', t.closed_at) AS task,
      (SELECT jsonb_build_object('requestHash', encode(k.request_hash, 'hex'), 'status', k.status, 'etag', k.etag, 'body', k.body)
         FROM idempotency_key k WHERE k.tenant = $1 AND k.person_id = $3 AND k.key = $4) AS answered,
      ARRAY(SELECT e.id FROM evidence e
        WHERE e.tenant = $1 AND e.obligation_id = i.obligation_id AND e.unit_id = i.unit_id AND e.id = ANY($6::uuid[])) AS "evidenceIds",
      ${OPEN_ITEMS}
    FROM instance i
    JOIN task t ON t.tenant = i.tenant AND t.instance_id = i.id
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE t.tenant = $1 AND t.id = $2 AND i.id = ${ofTask('instance_id')} AND o.id = ${ofTask('obligation_id')}
    FOR UPDATE OF i, t`,
};

const ofTasks = (column: string): string =>
  `ARRAY(SELECT ${column} FROM task WHERE tenant = $1 AND id = ANY($2::uuid[]))`;

/**
 * $1 tenant, $2 tasks, $3 person, $4 idempotency keys in step with the tasks (null: none), $5 today in Shanghai. Matters
 * are locked in the order of their ids.
 */
export const LOCK_TASKS: Prepared = {
  name: 'instance.lock-tasks',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofInstance, tenant: '$1', today: '$5::date' })},
      jsonb_build_object('id', t.id, 'nodeId', t.node_id, 'token', t.token, 'seat', t.seat, 'name', t.name, 'purpose', t.purpose, 'status', t.status,
        'candidateIds', t.candidate_ids, 'holderId', t.holder_id, 'dueAt', t.due_at, 'openedAt', t.opened_at,
        'closedAt', t.closed_at) AS task,
      (SELECT jsonb_build_object('requestHash', encode(k.request_hash, 'hex'), 'status', k.status, 'etag', k.etag, 'body', k.body)
         FROM idempotency_key k WHERE k.tenant = $1 AND k.person_id = $3 AND k.key = ($4::text[])[array_position($2::uuid[], t.id)]) AS answered,
      '{}'::uuid[] AS "evidenceIds",
      ${OPEN_ITEMS}
    FROM instance i
    JOIN task t ON t.tenant = i.tenant AND t.instance_id = i.id
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE t.tenant = $1 AND t.id = ANY($2::uuid[])
      AND i.id = ANY(${ofTasks('instance_id')}) AND o.id = ANY(${ofTasks('obligation_id')})
    ORDER BY i.id, t.id
    FOR UPDATE OF i, t`,
};

/** $1 the moment, $2 today in Shanghai. One timer that is due, unless its instance is busy: then it waits for the next round. */
export const LOCK_DUE_TIMER: Prepared = {
  name: 'instance.lock-due-timer',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofInstance, tenant: 'i.tenant', today: '$2::date' })},
      jsonb_build_object('id', x.id, 'nodeId', x.node_id, 'token', x.token) AS timer
    FROM instance i
    JOIN timer x ON x.tenant = i.tenant AND x.instance_id = i.id
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE x.status = 'pending' AND x.due_at <= $1
    ORDER BY x.due_at
    LIMIT 1
    FOR UPDATE OF i, x SKIP LOCKED`,
};

/** $1 tenant, $2 instance, $3 today in Shanghai, $4 person, $5 idempotency key or null, $6 persons whom the act names */
export const LOCK_MATTER: Prepared = {
  name: 'instance.lock-matter',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofAct('$6'), tenant: '$1', today: '$3::date' })},
      (SELECT jsonb_build_object('requestHash', encode(k.request_hash, 'hex'), 'status', k.status, 'etag', k.etag, 'body', k.body)
         FROM idempotency_key k WHERE k.tenant = $1 AND k.person_id = $4 AND k.key = $5) AS answered,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'seat', t.seat, 'name', t.name,
                'candidateIds', t.candidate_ids, 'purpose', t.purpose, 'status', t.status) ORDER BY t.seat), '[]')
         FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id AND t.status = 'open') AS tasks,
      i.reader_person_ids AS "readerPersonIds", o.instance_id AS "currentInstanceId"
    FROM instance i
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE i.tenant = $1 AND i.id = $2
    FOR UPDATE OF i`,
};

/** $1 tenant, $2 and $3 units and roles of seats, $4 persons, $5 today in Shanghai: who was not known when the lock was taken */
export const LOOK_UP_SEATS: Prepared = {
  name: 'instance.look-up-seats',
  text: `SELECT ${seats({ tenant: '$1', units: '$2::text[]', roles: '$3::text[]', persons: '$4::uuid[]', today: '$5::date' })}`,
};

/** $1 tenant, $2 instance, $3 today in Shanghai */
export const LOCK_INSTANCE: Prepared = {
  name: 'instance.lock-instance',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofInstance, tenant: '$1', today: '$3::date' })}
    FROM instance i
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE i.tenant = $1 AND i.id = $2
    FOR UPDATE OF i`,
};

/** $1 tenant, $2 job, $3 today in Shanghai. Nothing when the job is closed. */
export const LOCK_JOB: Prepared = {
  name: 'instance.lock-job',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofInstance, tenant: '$1', today: '$3::date' })},
      jsonb_build_object('nodeId', x.node_id, 'token', x.token) AS job
    FROM instance i
    JOIN job x ON x.tenant = i.tenant AND x.instance_id = i.id
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE x.tenant = $1 AND x.id = $2 AND x.status = 'pending'
    FOR UPDATE OF i, x`,
};

/** $1 tenant, $2 job, $3 why, $4 the moment. The job's and the instance's locks are held. */
export const REFUSE_JOB: Prepared = {
  name: 'instance.refuse-job',
  text: `UPDATE job SET status = 'refused', last_error = $3, closed_at = $4 WHERE tenant = $1 AND id = $2`,
};

/**
 * $1 tenant, $2 name of the message, $3 its key or null, $4 the obligation it comes from or null, $5 today in Shanghai.
 * The place that has waited longest. A place without a key is meant for messages of its own obligation only.
 */
export const LOCK_WAIT: Prepared = {
  name: 'instance.lock-wait',
  text: `
    SELECT ${INSTANCE}, ${FACE}, ${seats({ ...ofInstance, tenant: '$1', today: '$5::date' })},
      jsonb_build_object('nodeId', x.node_id, 'token', x.token) AS wait
    FROM instance i
    JOIN wait x ON x.tenant = i.tenant AND x.instance_id = i.id
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id ${FACE_ROWS}
    WHERE x.tenant = $1 AND x.kind = 'message' AND x.name = $2
      AND (x.key = $3 OR (x.key IS NULL AND x.obligation_id = $4))
    ORDER BY (x.key IS NULL), x.since, x.id
    LIMIT 1
    FOR UPDATE OF i, x`,
};

/** $1 tenant, $2 timer, $3 why, $4 the moment. The timer's and the instance's locks are held. */
export const REFUSE_TIMER: Prepared = {
  name: 'instance.refuse-timer',
  text: `UPDATE timer SET status = 'refused', last_error = $3, closed_at = $4 WHERE tenant = $1 AND id = $2`,
};

/** $1 tenant, $2 obligation, $3 and $4 units and roles of the flow's seats, $5 persons of its seats, $6 today in Shanghai */
export const LOCK_OBLIGATION: Prepared = {
  name: 'instance.lock-obligation',
  text: `
    SELECT o.instance_id AS "instanceId", o.reader_unit_ids AS "readerUnitIds", ${FACE},
      ${seats({ tenant: '$1', units: '$3::text[]', roles: '$4::text[]', persons: '$5::uuid[]', today: '$6::date' })}
    FROM obligation o ${FACE_ROWS}
    WHERE o.tenant = $1 AND o.id = $2
    FOR UPDATE OF o`,
};
