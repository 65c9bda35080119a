import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import type { Marking, Token } from '../marking.js';

/**
 * Where tokens are, without data and numbers: `n:node` at a node, `j:flow` before a join, having come on that flow,
 * `h:node` at an activity while its inside runs. Sorted, so that the same positions are the same text.
 */
export type Positions = readonly string[];

export const keyOf = (positions: Positions): string => positions.join(' ');

export const nodeAt = ({ flows }: CompiledFlow, position: string): string => {
  const id = position.slice(2);
  return position.startsWith('j:') ? (flows[id]?.target ?? id) : id;
};

/** Whether a position lies in a scope or in one inside it. */
export function liesIn(compiled: CompiledFlow, position: string, scope: string): boolean {
  let at: string | undefined = compiled.nodes[nodeAt(compiled, position)]?.scope;
  while (at !== undefined && at !== scope) at = compiled.scopes[at]?.parent;
  return at === scope;
}

/** A token that goes along a flow comes to its target, or before it where that waits for others. */
export function arrival({ nodes, flows }: CompiledFlow, flow: string): string {
  const id = flows[flow]?.target ?? '';
  return joins(nodes[id]) ? `j:${flow}` : `n:${id}`;
}

const joins = (node: CompiledNode | undefined): boolean =>
  (node?.kind === 'parallelGateway' || node?.kind === 'inclusiveGateway') && (node.incoming ?? []).length > 1;

/** The positions of a marking; null where tokens are in something whose going on is not followed here. */
export function positionsOf(compiled: CompiledFlow, marking: Marking): Positions | null {
  if ((marking.compensations ?? []).length > 0) return null;
  const ids = new Set(marking.tokens.map(({ id }) => id));
  const found: string[] = [];
  for (const token of marking.tokens) {
    const node = compiled.nodes[token.at];
    if (node === undefined || !isPlain(compiled, marking, token)) return null;
    if (token.of !== undefined && ids.has(token.of)) continue;
    const position = positionOf(compiled, marking, token, node);
    if (position === null) return null;
    found.push(position);
  }
  return found.sort();
}

function positionOf(compiled: CompiledFlow, marking: Marking, token: Token, node: CompiledNode): string | null {
  if (token.idle) return token.via !== undefined && joins(node) ? `j:${token.via}` : null;
  const isInside = (marking.scopes ?? []).some(({ host }) => host === token.id);
  const isLoop = node.loop !== undefined && node.inside !== undefined;
  return isLoop ? null : isInside ? `h:${token.at}` : `n:${token.at}`;
}

/** In the process itself, or in sub-processes that run once. */
function isPlain(compiled: CompiledFlow, marking: Marking, token: Token): boolean {
  let inside = token.in;
  while (inside !== undefined) {
    const scope = (marking.scopes ?? []).find(({ id }) => id === inside);
    if (scope === undefined || compiled.scopes[scope.scope]?.kind !== 'embedded') return false;
    const host = marking.tokens.find(({ id }) => id === scope.host);
    if (host === undefined || compiled.nodes[host.at]?.loop !== undefined) return false;
    inside = host.in;
  }
  return true;
}
