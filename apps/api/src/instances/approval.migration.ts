import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats: what approval knows of an instance beside its marking, one task for each open seat, and verdicts that say for
 * whom a deputy spoke. Running instances get one seat for each of their open tasks.
 */
export class Approval1764002000000 implements MigrationInterface {
  readonly name = 'Approval1764002000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE task ADD COLUMN seat integer NOT NULL DEFAULT 0, ADD COLUMN closed_how text`);
    await db.query(`
      UPDATE task SET seat = n.seat
        FROM (SELECT tenant, id, row_number() OVER (PARTITION BY tenant, instance_id ORDER BY token, id) AS seat
                FROM task WHERE status = 'open') n
       WHERE n.tenant = task.tenant AND n.id = task.id`);
    await db.query(`ALTER TABLE task ALTER COLUMN seat DROP DEFAULT`);
    await db.query(`ALTER TABLE instance ADD COLUMN approval jsonb NOT NULL DEFAULT '{}'`);
    await db.query(`
      UPDATE instance i SET approval = jsonb_build_object(
        'sittings', coalesce(t.sittings, '[]'), 'trail', '[]'::jsonb, 'asides', '[]'::jsonb, 'chosen', '{}'::jsonb,
        'lastSeat', coalesce(t.seats, 0), 'reviewed', i.round > 0, 'reroute', NULL)
        FROM instance j LEFT JOIN LATERAL (
          SELECT count(*) AS seats, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('nodeId', node_id, 'token', token,
                   'dueAt', (extract(epoch FROM due_at) * 1000)::bigint,
                   'seats', jsonb_build_array(jsonb_build_object('id', seat, 'status', 'open', 'candidateIds', candidate_ids,
                              'holderId', holder_id)))) ORDER BY token) AS sittings
            FROM task WHERE tenant = j.tenant AND instance_id = j.id AND status = 'open') t ON TRUE
       WHERE j.tenant = i.tenant AND j.id = i.id`);
    await db.query(`ALTER TABLE instance ALTER COLUMN approval DROP DEFAULT`);
    await db.query('DROP INDEX task_open_token');
    await db.query(`CREATE UNIQUE INDEX task_open_seat ON task (tenant, instance_id, seat) WHERE status = 'open'`);
    await db.query(`ALTER TABLE submission_verdict ADD COLUMN for_id uuid, ADD COLUMN repeats text,
      ALTER COLUMN task_id DROP NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE submission_verdict DROP COLUMN for_id, DROP COLUMN repeats`);
    await db.query('DROP INDEX task_open_seat');
    await db.query(`
      CREATE UNIQUE INDEX task_open_token ON task (tenant, instance_id, node_id, token) WHERE status = 'open'`);
    await db.query(`ALTER TABLE instance DROP COLUMN approval`);
    await db.query(`ALTER TABLE task DROP COLUMN seat, DROP COLUMN closed_how`);
  }
}
