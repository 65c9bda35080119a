import type { Effect, Marking, ScopeInstance, Token } from './marking.js';
import type { Workflow } from './workflow.js';

/** What a step went by without changing it. Members that say nothing are absent. */
export interface Asks {
  /** pieces that had to be there: the activity at whose border an event happened, the scope in which something began */
  readonly asked?: readonly number[];
  /** scope instances in which something ended: they end when nothing is left in them */
  readonly ended?: readonly number[];
  /** gateways that went on since no other token could come any more */
  readonly joined?: readonly string[];
}

type Places = Pick<Marking, 'tokens' | 'scopes' | 'root'>;

export function footprintAsks(workflow: Workflow, before: Places, after: Places, effects: readonly Effect[]): Asks {
  const asked = [...new Set([...surroundings(before, after), ...hosts(workflow, before, effects)])];
  const ended = [...endedIn(before, after)];
  const joined = [...new Set([...joins(workflow, effects), ...resets(before, after)])];
  return {
    ...(asked.length > 0 && { asked: asked.sort((a, b) => a - b) }),
    ...(ended.length > 0 && { ended: ended.sort((a, b) => a - b) }),
    ...(joined.length > 0 && { joined }),
  };
}

/** What new tokens and scope instances lie in, as far as it was there before. */
function surroundings(before: Places, after: Places): readonly number[] {
  const known = new Set([...before.tokens, ...(before.scopes ?? [])].map(({ id }) => id));
  const around = (each: Token | ScopeInstance): readonly (number | undefined)[] => [
    each.in,
    each.of,
    'host' in each ? each.host : undefined,
  ];
  return [...after.tokens, ...(after.scopes ?? [])]
    .filter(({ id }) => !known.has(id))
    .flatMap(around)
    .filter((id): id is number => id !== undefined && known.has(id));
}

/** An event that does not interrupt leaves the activity as it was, but happens only while that goes on. */
function hosts({ compiled }: Workflow, { tokens }: Places, effects: readonly Effect[]): readonly number[] {
  const borders = effects.flatMap((effect) => {
    const node = effect.type === 'pass' ? compiled.nodes[effect.elementId] : undefined;
    return node?.attachedTo !== undefined && node.nonInterrupting ? [node.attachedTo] : [];
  });
  if (borders.length === 0) return [];
  return tokens
    .filter(({ at, idle, loop }) => borders.includes(at) && !idle && (compiled.nodes[at]?.loop === undefined || loop))
    .map(({ id }) => id);
}

function endedIn(before: Places, after: Places): ReadonlySet<number> {
  const scopes = new Set((after.scopes ?? []).map(({ id }) => id));
  const lives = new Set([...after.tokens.map(({ id }) => id), ...scopes]);
  const events = (before.scopes ?? []).filter(({ host }) => host === undefined);
  const gone = [...before.tokens, ...events].filter(({ id }) => !lives.has(id));
  return new Set(gone.flatMap(({ in: around }) => (around !== undefined && scopes.has(around) ? [around] : [])));
}

const joins = ({ compiled }: Workflow, effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => {
    if (effect.type !== 'done') return [];
    const node = compiled.nodes[effect.nodeId];
    const looks = node?.kind === 'inclusiveGateway' || node?.kind === 'complexGateway';
    return looks && (node.incoming ?? []).length > 1 ? [effect.nodeId] : [];
  });

/** Complex gateways that began anew. */
function resets(before: Places, after: Places): readonly string[] {
  const fired = ({ root, scopes = [] }: Places): readonly string[] =>
    [root?.fired ?? {}, ...scopes.map((scope) => scope.fired ?? {})].flatMap((each) => Object.keys(each));
  const still = new Set(fired(after));
  return fired(before).filter((id) => !still.has(id));
}
