import { createHash } from 'node:crypto';
import {
  canonicalJson,
  checkFlow,
  compileModel,
  hasErrors,
  readBpmn,
  type CheckContext,
  type CompiledFlow,
  type Finding,
  type FlowModel,
  type Json,
  type Result,
} from '@chengban/domain';

export interface CompiledXml {
  /** errors and warnings, everything a person should see */
  readonly findings: readonly Finding[];
  /** null when an error keeps the flow from being published */
  readonly compiled: { readonly flow: CompiledFlow; readonly hash: string } | null;
}

/** What a drawing is held against; see drawing-surroundings.ts. */
export interface Surroundings {
  /** what the city knows besides the drawing */
  known(model: FlowModel): Promise<CheckContext>;
  /** binds what the flow calls */
  link(flow: CompiledFlow): Promise<Result<CompiledFlow, readonly Finding[]>>;
}

/** The whole way of a drawing to a machine: read, check, compile, link. The designer walks the same way before the server does. */
export async function compileXml(xml: string, { known, link }: Surroundings): Promise<CompiledXml> {
  const read = await readBpmn(xml);
  if (!read.ok) return { findings: read.error, compiled: null };
  const findings = checkFlow(read.value, await known(read.value));
  if (hasErrors(findings)) return { findings, compiled: null };
  const linked = await link(compileModel(read.value));
  if (!linked.ok) return { findings: [...findings, ...linked.error], compiled: null };
  return { findings, compiled: { flow: linked.value, hash: hashOfFlow(linked.value) } };
}

/** `sha-256:<hex>` over the canonical JSON: the same machine has the same hash, however its drawing looks. */
export const hashOfFlow = (flow: CompiledFlow): string =>
  `sha-256:${createHash('sha256')
    .update(canonicalJson(flow as unknown as Json))
    .digest('hex')}`;
