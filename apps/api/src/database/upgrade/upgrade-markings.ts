import { compileModel, loadWorkflow, readBpmn, type CompiledFlow, type Marking } from '@chengban/domain';
import type { QueryRunner } from 'typeorm';
import { hashOfFlow } from '../../definitions/compile-xml.js';
import type { ChainedLine } from '../../instances/history-chain.js';
import { replay } from '../../instances/replay.js';

interface Version {
  readonly tenant: string;
  readonly id: string;
  readonly compiled: CompiledFlow;
  readonly hash: string;
}

/** What an upgrade could not carry over; it stays as it was, and every act on it is refused with the reason. */
export interface LeftBehind {
  readonly table: 'definition_version' | 'instance';
  readonly id: string;
  readonly why: string;
}

/**
 * Carries flows and running instances of an older engine over: drawings are compiled anew, and each instance's history
 * is replayed on the new machine. What the history says is what happened, so nothing is guessed.
 */
export async function upgradeMarkings(db: QueryRunner): Promise<readonly LeftBehind[]> {
  const left: LeftBehind[] = [];
  await db.query('ALTER TABLE definition_version DISABLE TRIGGER definition_version_is_final');
  const old: { tenant: string; id: string; xml: string }[] = await db.query(
    `SELECT tenant, id, xml FROM definition_version WHERE compiled->>'format' = '1'`,
  );
  for (const { tenant, id, xml } of old) {
    const read = await readBpmn(xml);
    if (!read.ok) {
      left.push({ table: 'definition_version', id, why: read.error[0]?.message ?? '' });
      continue;
    }
    const compiled = compileModel(read.value);
    const hash = hashOfFlow(compiled);
    await db.query('UPDATE definition_version SET compiled = $3, hash = $4 WHERE tenant = $1 AND id = $2', [
      tenant,
      id,
      JSON.stringify(compiled),
      hash,
    ]);
    left.push(...(await upgradeInstances(db, { tenant, id, compiled, hash })));
  }
  await db.query('ALTER TABLE definition_version ENABLE TRIGGER definition_version_is_final');
  return left;
}

async function upgradeInstances(db: QueryRunner, version: Version): Promise<readonly LeftBehind[]> {
  const { tenant, compiled, hash } = version;
  const workflow = loadWorkflow(compiled);
  const left: LeftBehind[] = [];
  const instances: { id: string }[] = await db.query(
    `SELECT id FROM instance WHERE tenant = $1 AND definition_version_id = $2 AND marking->>'format' = '1'`,
    [tenant, version.id],
  );
  for (const { id } of instances) {
    try {
      await writeMarking(db, tenant, id, replay(workflow, hash, await linesOf(db, tenant, id)).marking);
    } catch (error) {
      left.push({ table: 'instance', id, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return left;
}

async function linesOf(db: QueryRunner, tenant: string, id: string): Promise<readonly ChainedLine[]> {
  const rows: (Omit<ChainedLine, 'at'> & { at: Date })[] = await db.query(
    `SELECT seq, revision, at, actor_id AS "actorId", verb, node_id AS "nodeId", event, passed, text,
            prev_hash AS "prevHash", hash FROM history WHERE tenant = $1 AND instance_id = $2 ORDER BY seq`,
    [tenant, id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Open tasks and timers learn which token they belong to; the old engine had one at a node. */
async function writeMarking(db: QueryRunner, tenant: string, id: string, marking: Marking): Promise<void> {
  await db.query('UPDATE instance SET marking = $3, status = $4 WHERE tenant = $1 AND id = $2', [
    tenant,
    id,
    marking,
    marking.status,
  ]);
  for (const { at, id: token } of marking.tokens)
    await db.query(
      `UPDATE task SET token = $4 WHERE tenant = $1 AND instance_id = $2 AND node_id = $3 AND status = 'open'`,
      [tenant, id, at, token],
    );
  for (const { node, on } of marking.timers ?? [])
    await db.query(
      `UPDATE timer SET token = $4 WHERE tenant = $1 AND instance_id = $2 AND node_id = $3 AND status = 'pending'`,
      [tenant, id, node, on],
    );
}
