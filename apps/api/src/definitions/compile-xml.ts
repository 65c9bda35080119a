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
  type PossibleStart,
  type Result,
  type ScheduledStart,
} from '@chengban/domain';

export interface CompiledXml {
  /** errors and warnings, everything a person should see */
  readonly findings: readonly Finding[];
  /** null when an error keeps the flow from being published */
  readonly compiled: CompiledDrawing | null;
}

interface CompiledDrawing {
  readonly flow: CompiledFlow;
  readonly hash: string;
  /** when it begins by the clock, if it were published now */
  readonly starts: readonly ScheduledStart[];
}

/** What a drawing is held against; see drawing-surroundings.ts. */
export interface Surroundings {
  /** what the city knows besides the drawing */
  known(model: FlowModel): Promise<CheckContext>;
  /** binds what the flow calls */
  link(flow: CompiledFlow): Promise<Result<CompiledFlow, readonly Finding[]>>;
  /** when it begins by the clock, and what cannot be said of that */
  starts(flow: CompiledFlow): readonly PossibleStart[];
}

/** The whole way of a drawing to a machine: read, check, compile, link. The designer walks the same way before the server does. */
export async function compileXml(xml: string, surroundings: Surroundings): Promise<CompiledXml> {
  const read = await readBpmn(xml);
  if (!read.ok) return { findings: read.error, compiled: null };
  const findings = checkFlow(read.value, await surroundings.known(read.value));
  if (hasErrors(findings)) return { findings, compiled: null };
  const linked = await surroundings.link(compileModel(read.value));
  if (!linked.ok) return { findings: [...findings, ...linked.error], compiled: null };
  const flow = linked.value;
  const possible = surroundings.starts(flow);
  const known = possible.flatMap(({ due, ...place }) => (due.ok ? [{ ...place, due: due.value }] : []));
  const compiled = { flow, hash: hashOfFlow(flow), starts: known };
  return { findings: [...findings, ...neverDue(flow, possible, findings)], compiled };
}

/** Times that only the clock and the calendar of the server show to be none; what the drawing shows was told already. */
const neverDue = (flow: CompiledFlow, starts: readonly PossibleStart[], told: readonly Finding[]): Finding[] =>
  starts.flatMap(({ nodeId, due }): Finding[] => {
    const code = 'start-not-watched';
    if (due.ok || told.some((finding) => finding.code === code && finding.at?.elementId === nodeId)) return [];
    const message = `“${flow.nodes[nodeId]?.name || nodeId}”的时间不会让流程自动开始：${due.error}。`;
    const cure = '请把时间改早，或者由承办单位点“开始填报”来开始。';
    return [{ code, severity: 'warning', message, cure, at: { elementId: nodeId, property: 'timer' } }];
  });

/** `sha-256:<hex>` over the canonical JSON: the same machine has the same hash, however its drawing looks. */
export const hashOfFlow = (flow: CompiledFlow): string =>
  `sha-256:${createHash('sha256')
    .update(canonicalJson(flow as unknown as Json))
    .digest('hex')}`;
