import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { TENANT } from '../../support/world.js';
import type { City } from './city.js';

/**
 * Every way in which what is stored of these instances contradicts itself; nothing where all is well. For flows of user
 * tasks alone: there each active node is a sitting.
 */
export async function contradictions(c: Pick<City, 'app' | 'sql'>, instanceIds: readonly string[]): Promise<object[]> {
  const found = await Promise.all([SEATS, SITTINGS, ROWS, DECIDERS].map((sql) => c.sql<object>(sql, [instanceIds])));
  const verify = c.app.get(VerifyInstanceUseCase, { strict: false });
  const unsound: object[] = [];
  for (const id of instanceIds) {
    const verified = await verify.execute(TENANT, id);
    if (!verified.sound) unsound.push({ id, ...verified });
  }
  return [...found.flat(), ...unsound];
}

/** One open task for each open seat, with the same people; no other open task. */
const SEATS = `
  WITH seat AS (
    SELECT i.id, (e->>'id')::int AS seat, s->>'nodeId' AS node, (s->>'token')::int AS token, e->>'holderId' AS holder,
           (SELECT array_agg(p ORDER BY p) FROM jsonb_array_elements_text(e->'candidateIds') p) AS candidates
      FROM instance i, jsonb_array_elements(i.approval->'sittings') s, jsonb_array_elements(s->'seats') e
     WHERE i.id = ANY($1::uuid[]) AND e->>'status' = 'open'),
  open_task AS (
    SELECT t.instance_id AS id, t.seat, t.node_id AS node, t.token, t.holder_id::text AS holder,
           (SELECT array_agg(p::text ORDER BY p) FROM unnest(t.candidate_ids) p) AS candidates
      FROM task t WHERE t.instance_id = ANY($1::uuid[]) AND t.status = 'open')
  SELECT 'seat without its task, or task without its seat' AS what, to_jsonb(seat) AS seat, to_jsonb(open_task) AS task
    FROM seat FULL JOIN open_task USING (id, seat)
   WHERE seat.node IS DISTINCT FROM open_task.node OR seat.token IS DISTINCT FROM open_task.token
      OR seat.holder IS DISTINCT FROM open_task.holder OR seat.candidates IS DISTINCT FROM open_task.candidates`;

/** A sitting for each active node, in which somebody can act; none of an instance that is over. */
const SITTINGS = `
  SELECT 'sittings and marking disagree' AS what, i.id, i.marking->'active' AS active, i.approval->'sittings' AS sittings
    FROM instance i
   WHERE i.id = ANY($1::uuid[]) AND (
         (SELECT coalesce(jsonb_agg(DISTINCT s->>'nodeId'), '[]') FROM jsonb_array_elements(i.approval->'sittings') s)
      <> (SELECT coalesce(jsonb_agg(a ORDER BY a), '[]') FROM jsonb_array_elements_text(i.marking->'active') a)
      OR EXISTS (SELECT FROM jsonb_array_elements(i.approval->'sittings') s
                  WHERE NOT jsonb_path_exists(s, '$.seats[*] ? (@.status == "open")'))
      OR (i.status = 'completed' AND EXISTS (SELECT FROM task t WHERE t.instance_id = i.id AND t.status = 'open')))`;

/** Instance, obligation, submission, rounds and history say the same. */
const ROWS = `
  SELECT 'rows disagree' AS what, i.id, i.status, i.outcome, i.round, o.status AS obligation, s.status AS submission, s.rounds
    FROM instance i
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
    JOIN submission s ON s.tenant = i.tenant AND s.id = i.submission_id
   WHERE i.id = ANY($1::uuid[]) AND NOT (
         i.status = i.marking->>'status' AND (i.ended_at IS NOT NULL) = (i.status = 'completed')
     AND (i.status = 'completed' OR (o.instance_id = i.id AND o.status = s.status AND o.status NOT IN ('pending', 'closed')))
     AND s.rounds = i.round
     AND s.rounds = (SELECT count(*) FROM submission_round r WHERE r.tenant = s.tenant AND r.submission_id = s.id)
     AND i.history_seq = (SELECT count(*) FROM history h WHERE h.tenant = i.tenant AND h.instance_id = i.id))`;

/** No drafter reviews, for nobody; nobody decides twice in a sitting. */
const DECIDERS = `
  SELECT 'a drafter reviewed' AS what, v.node_id AS node, v.verdict, v.person_id AS person
    FROM submission_verdict v
    JOIN instance i ON i.tenant = v.tenant AND i.submission_id = v.submission_id
    JOIN submission_round r ON r.tenant = v.tenant AND r.submission_id = v.submission_id AND r.no <= v.round_no
   WHERE i.id = ANY($1::uuid[]) AND v.verdict NOT IN ('withdraw', 'takeBack') AND r.submitted_by IN (v.person_id, v.for_id)
   UNION ALL
  SELECT 'somebody decided twice', s->>'nodeId', NULL, by
    FROM instance i, jsonb_array_elements(i.approval->'sittings') s,
         LATERAL (SELECT (e->'decision'->>'by')::uuid AS by, count(*) AS n FROM jsonb_array_elements(s->'seats') e
                   WHERE e->'decision' IS NOT NULL GROUP BY 1) d
   WHERE i.id = ANY($1::uuid[]) AND d.n > 1 AND d.by IS NOT NULL`;
