import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import type { Workflow } from '../workflow.js';
import { arrival, liesIn, nodeAt } from './positions.js';
import type { Positions } from './positions.js';

/** One thing that may happen: what goes, and what comes. */
export interface WayOn {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Flows with conditions that are followed in every combination; more are too many. */
const MOST_CHOICES = 6;

/** Everything that may happen next, whatever the data say; null where something is drawn that is not followed here. */
export function waysOn(workflow: Workflow, at: Positions): readonly WayOn[] | null {
  const { compiled } = workflow;
  const ways: WayOn[] = [];
  const joined = new Set<string>();
  for (const position of at) {
    const id = nodeAt(compiled, position);
    const node = compiled.nodes[id];
    if (node === undefined) return null;
    if (position.startsWith('j:')) {
      if (joined.has(id)) continue;
      joined.add(id);
      ways.push(...joining(workflow, at, id, node));
      continue;
    }
    const inside = position.startsWith('h:') ? at.filter((each) => liesIn(compiled, each, node.inside ?? '')) : [];
    const on = inside.length > 0 ? [] : going(compiled, at, node);
    if (on === null) return null;
    for (const { gone, come } of on) ways.push({ gone: [position, ...gone], come });
    ways.push(...leavingByEvents(compiled, position, node, inside));
  }
  return ways;
}

/** What a node does that is at work, or over: its position goes. */
function going(compiled: CompiledFlow, at: Positions, node: CompiledNode): readonly WayOn[] | null {
  if ((node.startQuantity ?? 1) > 1 || (node.completionQuantity ?? 1) > 1) return null;
  switch (node.kind) {
    case 'endEvent':
      return ending(compiled, at, node);
    case 'complexGateway':
      return null;
    case 'exclusiveGateway':
    case 'eventBasedGateway':
      return node.outgoing.map((flow) => ({ gone: [], come: [arrival(compiled, flow)] }));
    case 'intermediateThrowEvent':
      return throwing(compiled, node);
    default:
      return leaving(compiled, node);
  }
}

function leaving(compiled: CompiledFlow, node: CompiledNode): readonly WayOn[] | null {
  const asked =
    node.kind === 'parallelGateway' ? [] : node.outgoing.filter((id) => compiled.flows[id]?.when !== undefined);
  if (asked.length > MOST_CHOICES) return null;
  const always = node.outgoing.filter((id) => !asked.includes(id) && id !== node.defaultFlow);
  const ways = subsets(asked).flatMap((taken): readonly string[][] => {
    if (taken.length > 0 || asked.length === 0) {
      const others = asked.length === 0 && node.defaultFlow !== undefined ? [node.defaultFlow] : [];
      return [[...always, ...taken, ...others]];
    }
    if (node.defaultFlow !== undefined) return [[...always, node.defaultFlow]];
    // no branch is true: an incident, until somebody mends the data
    return always.length > 0 ? [[...always]] : [];
  });
  return ways.map((flows) => ({ gone: [], come: flows.map((flow) => arrival(compiled, flow)) }));
}

const subsets = (ids: readonly string[]): readonly string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((each) => [...each, id])], [[]]);

function throwing(compiled: CompiledFlow, node: CompiledNode): readonly WayOn[] | null {
  const [trigger] = node.triggers ?? [];
  if (trigger?.kind === 'compensation' || trigger?.kind === 'cancel' || trigger?.kind === 'error') return null;
  if (trigger?.kind !== 'link') return leaving(compiled, node);
  const caught = Object.entries(compiled.nodes).filter(
    ([, { kind, scope, triggers = [] }]) =>
      kind === 'intermediateCatchEvent' &&
      scope === node.scope &&
      triggers.some((each) => each.kind === 'link' && each.name === trigger.name),
  );
  return caught.map(([id]) => ({ gone: [], come: [`n:${id}`] }));
}

function ending(
  compiled: CompiledFlow,
  at: Positions,
  { triggers = [], scope }: CompiledNode,
): readonly WayOn[] | null {
  const kinds = new Set(triggers.map(({ kind }) => kind));
  if (kinds.has('compensation') || kinds.has('cancel') || kinds.has('error')) return null;
  if (kinds.has('terminate')) return [{ gone: at.filter((each) => liesIn(compiled, each, scope)), come: [] }];
  return [{ gone: [], come: [] }];
}

/** An event at the border: the activity is left, or something begins beside it. */
function leavingByEvents(
  compiled: CompiledFlow,
  position: string,
  { boundaries = [] }: CompiledNode,
  inside: readonly string[],
): readonly WayOn[] {
  return boundaries.flatMap((id): readonly WayOn[] => {
    const event = compiled.nodes[id];
    if (event === undefined || event.handler !== undefined) return [];
    const come = event.outgoing.map((flow) => arrival(compiled, flow));
    return [{ gone: event.nonInterrupting ? [] : [position, ...inside], come }];
  });
}

/** §13.4: a parallel join has all its tokens; an inclusive one goes on when no other can come (table 13.3). */
function joining({ compiled, reach }: Workflow, at: Positions, id: string, node: CompiledNode): readonly WayOn[] {
  const flows = node.incoming ?? [];
  const filled = flows.filter((flow) => at.includes(`j:${flow}`));
  const empty = flows.filter((flow) => !filled.includes(flow));
  const elsewhere = at
    .map((each) => nodeAt(compiled, each))
    .filter((each) => each !== id && compiled.nodes[each]?.scope === node.scope);
  const waits =
    node.kind === 'parallelGateway'
      ? empty.length > 0
      : elsewhere.some(
          (each) =>
            empty.some((flow) => reach.to(id, flow).has(each)) &&
            !filled.some((flow) => reach.along(id, flow).has(each)),
        );
  if (waits) return [];
  const gone = filled.map((flow) => `j:${flow}`);
  return (leaving(compiled, node) ?? []).map((way) => ({ gone, come: way.come }));
}
