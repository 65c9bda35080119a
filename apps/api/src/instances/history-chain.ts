import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type JsonObject } from '@chengban/domain';

/** One line of an instance's history, before it is chained. `event` is what drove the step, or null where the marking stayed. */
export interface HistoryLine {
  readonly at: string;
  readonly actorId: string | null;
  readonly verb: string;
  readonly nodeId: string | null;
  readonly event: JsonObject | null;
  /** nodes and flows passed, in order: they colour the diagram */
  readonly passed: readonly string[];
  readonly text: string;
}

/** A line in its place; `hash` covers everything else on it, `prevHash` included. */
export interface ChainedLine extends HistoryLine {
  readonly seq: number;
  readonly revision: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** Where a chain begins. The tag says which algorithm made a hash, so that SM3 can follow without rewriting the past. */
export const GENESIS = 'sha-256:';

export function chainLines(
  place: { tenant: string; instanceId: string; seq: number; revision: number; prevHash: string },
  lines: readonly HistoryLine[],
): ChainedLine[] {
  let { seq, prevHash } = place;
  return lines.map((line) => {
    const chained = { ...line, seq: ++seq, revision: place.revision, prevHash };
    const hash = hashOfLine(place.tenant, place.instanceId, chained);
    prevHash = hash;
    return { ...chained, hash };
  });
}

function hashOfLine(tenant: string, instanceId: string, line: Omit<ChainedLine, 'hash'>): string {
  const { seq, revision, at, actorId, verb, nodeId, event, passed, text, prevHash } = line;
  const content: Json = [
    tenant,
    instanceId,
    seq,
    revision,
    at,
    actorId,
    verb,
    nodeId,
    event,
    [...passed],
    text,
    prevHash,
  ];
  return `sha-256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}

/** The first line that does not follow from the one before it, or null when the chain holds. */
export function brokenLink(tenant: string, instanceId: string, lines: readonly ChainedLine[]): number | null {
  let expected = GENESIS;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.prevHash !== expected) return index + 1;
    if (line.hash !== hashOfLine(tenant, instanceId, line)) return line.seq;
    expected = line.hash;
  }
  return null;
}
