import { nextStart, scheduledStarts, type CompiledFlow, type ScheduledStart } from '@chengban/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 } from 'uuid';

interface Newest {
  readonly tenant: string;
  readonly key: string;
  readonly id: string;
  readonly compiled: CompiledFlow;
  readonly publishedAt: Date;
  readonly now: Date;
}

/** Flows begin at the times that their newest version draws. */
export class ScheduledStarts1764001400000 implements MigrationInterface {
  readonly name = 'ScheduledStarts1764001400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scheduled_start (
        tenant text NOT NULL,
        id uuid NOT NULL,
        definition_key text NOT NULL,
        definition_version_id uuid NOT NULL,
        node_id text NOT NULL,
        trigger integer NOT NULL,
        due jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        failing_since timestamptz,
        acts jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT scheduled_start_pk PRIMARY KEY (tenant, id),
        CONSTRAINT scheduled_start_place_unique UNIQUE (tenant, definition_key, node_id, trigger),
        CONSTRAINT scheduled_start_of_version FOREIGN KEY (tenant, definition_version_id)
          REFERENCES definition_version (tenant, id)
      )`);
    await db.query('CREATE INDEX scheduled_start_due ON scheduled_start (due_at)');
    await db.query(`
      CREATE INDEX scheduled_start_in_trouble ON scheduled_start (tenant, failing_since DESC, id DESC)
        WHERE attempts >= 3`);
    for (const version of await newest(db)) for (const start of stillToCome(version)) await add(db, version, start);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE scheduled_start');
  }
}

const newest = (db: QueryRunner): Promise<Newest[]> =>
  db.query(
    `SELECT DISTINCT ON (tenant, key) tenant, key, id, compiled, published_at AS "publishedAt", now() AS now
       FROM definition_version WHERE compiled->>'format' = '2' ORDER BY tenant, key, version DESC`,
  );

/**
 * Times that had passed while nobody watched were made up for by hand, or given up: an upgrade begins nothing by itself.
 * Working days are those of the public notices: a migration does not read the city's file.
 */
const stillToCome = ({ compiled, publishedAt, now }: Newest): ScheduledStart[] =>
  scheduledStarts(compiled, publishedAt.getTime()).flatMap(({ due, ...place }) => {
    if (!due.ok) return [];
    const first = { ...place, due: due.value };
    const start = first.due.dueAt > now.getTime() ? first : nextStart(compiled, first, now.getTime());
    return start === null || start.due.dueAt <= now.getTime() ? [] : [start];
  });

const add = (
  db: QueryRunner,
  { tenant, key, id }: Newest,
  { nodeId, trigger, due }: ScheduledStart,
): Promise<unknown> =>
  db.query(
    `INSERT INTO scheduled_start (tenant, id, definition_key, definition_version_id, node_id, trigger, due, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenant, v7(), key, id, nodeId, trigger, JSON.stringify(due), new Date(due.dueAt)],
  );
