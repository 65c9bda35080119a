import { calledOutside, linkCalled, type CompiledFlow, type Finding, type Result } from '@chengban/domain';
import type { EntityManager } from 'typeorm';

/** Most nodes of a flow together with everything it calls. */
const MAX_NODES = 5_000;

/**
 * Binds call activities to the newest published versions, as they are now: what is stored is one machine that never
 * changes, whatever is published later.
 */
export async function linkPublished(
  manager: EntityManager,
  tenant: string,
  flow: CompiledFlow,
): Promise<Result<CompiledFlow, readonly Finding[]>> {
  const keys = calledOutside(flow);
  if (keys.length === 0) return { ok: true, value: flow };
  const rows: { key: string; compiled: CompiledFlow }[] = await manager.query(
    `SELECT DISTINCT ON (key) key, compiled FROM definition_version
      WHERE tenant = $1 AND key = ANY($2) ORDER BY key, version DESC`,
    [tenant, keys],
  );
  const linked = linkCalled(flow, Object.fromEntries(rows.map((row) => [row.key, row.compiled])));
  if (!linked.ok) return linked;
  return Object.keys(linked.value.nodes).length > MAX_NODES ? { ok: false, error: [tooLarge()] } : linked;
}

const tooLarge = (): Finding => ({
  code: 'too-large',
  severity: 'error',
  message: `流程连同它调用的流程超过 ${MAX_NODES} 个节点。`,
  cure: '请减少调用的流程，或把被调用的流程改小后重新发布。',
});
