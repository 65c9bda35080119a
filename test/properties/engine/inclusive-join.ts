import type { Paper, Scope, Token } from './position.js';

/**
 * Table 13.3: a token that can come to an empty flow of the join and by sequence flows to none that has a token, without visiting
 * the join.
 */
export function mayStillCome(paper: Paper, scope: Scope, join: string): boolean {
  const flows = paper.incoming(join);
  const here = (token: Token): boolean => token.at === join && token.phase === 'join';
  const filled = flows.filter((flow) => scope.tokens.some((token) => here(token) && token.via === flow.id));
  return scope.tokens.some((token) => {
    if (here(token)) return false;
    const reached = reachable(paper, token.at, join, true);
    const byFlows = reachable(paper, token.at, join, false);
    return (
      flows.some((flow) => !filled.includes(flow) && reached.has(flow.from)) &&
      !filled.some((flow) => byFlows.has(flow.from))
    );
  });
}

function reachable(paper: Paper, from: string, without: string, borders: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (const id of queue) {
    if (id === without || seen.has(id)) continue;
    seen.add(id);
    queue.push(...paper.next(id).filter((to) => borders || paper.node(to).kind !== 'boundary'));
  }
  return seen;
}
