import { PROCESS } from './drawing.js';
import { framesOf, isEmpty, isThrown, sitesOf } from './position.js';
import type { Paper, Position, Scope, Token } from './position.js';

/** Whether something may be thrown before the game comes to rest: then the order matters. */
export function mayThrow(paper: Paper, position: Position): boolean {
  if (framesOf(position.root).some(({ scope }) => hearing(scope) || scope.tokens.some(hearing))) return true;
  if (!paper.throws) return false;
  const seen = new Set<string>();
  const queue: string[] = [];
  for (const { token } of sitesOf(position)) {
    if (token.phase === 'here' || token.phase === 'flow') queue.push(token.at);
    else if (token.phase !== 'busy' || token.works.some((work) => work.inside && isEmpty(work.inside))) {
      queue.push(...paper.next(token.at), ...after(paper, token.at));
    }
  }
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = paper.node(id);
    const { kind, trigger, loop } = node;
    if (isThrown(node)) return true;
    const waits = kind === 'task' || kind === 'service' || kind === 'eventBased' || kind === 'catch';
    if (kind === 'sub') queue.push(...paper.beginnings(id).map((each) => each.id));
    if (!waits || loop !== undefined || trigger?.kind === 'link') queue.push(...paper.next(id));
    queue.push(...after(paper, id));
  }
  return false;
}

/** What goes on when nothing is left in the scope of a node. */
function after(paper: Paper, id: string): readonly string[] {
  const { scope } = paper.node(id);
  if (scope === PROCESS) return [];
  const { kind } = paper.node(scope);
  return kind === 'sub' ? [...paper.next(scope), ...after(paper, scope)] : after(paper, scope);
}

const hearing = ({ heard }: Token | Scope): boolean => heard.length > 0;
