import type { FlowNode, Scope, SequenceFlow } from '../../bpmn/model.js';
import type { FlowIndex } from '../../bpmn/walk.js';
import { structureOf } from '../structure/blocks.js';
import type { Structure } from '../structure/blocks.js';

/** One way a marking can go on: what is consumed, what is produced, and what a person would call it. */
export interface Move {
  readonly item: string;
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  /** an error end: nothing in the scope survives */
  readonly ends: boolean;
  /** shown in a counterexample; null for what happens by itself */
  readonly label: string | null;
}

/** A scope as a small net: places are items that hold a token, and flows on which a token waits for a join. */
export interface ScopeNet {
  readonly structure: Structure;
  readonly initial: string;
  readonly items: readonly string[];
  /** moves of an item by its place */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
  readonly joins: readonly Move[];
  /** items that go on by themselves, as soon as the token comes */
  readonly automatic: ReadonlySet<string>;
  joinOf(place: string): string | null;
}

const atItem = (id: string): string => `@${id}`;
const onFlow = (id: string): string => `>${id}`;

export function netOf(scope: Scope): ScopeNet {
  const structure = structureOf(scope);
  const { index, blocks, items } = structure;
  const isJoin = (id: string): boolean =>
    index.nodes.get(id)?.kind === 'parallelGateway' && !blocks.has(id) && index.incoming(id).length > 1;
  const arrive = (flow: SequenceFlow): string => (isJoin(flow.target) ? onFlow(flow.id) : atItem(flow.target));
  const moves = new Map<string, readonly Move[]>();
  const joins: Move[] = [];
  const automatic = new Set<string>();
  for (const id of items) {
    const node = index.node(id);
    const produced = index.outgoing(id).map(arrive);
    if (isJoin(id)) {
      joins.push({
        item: id,
        consumes: index.incoming(id).map((flow) => onFlow(flow.id)),
        produces: produced,
        ends: false,
        label: null,
      });
    } else moves.set(atItem(id), movesOf(node, structure, arrive));
    if (node.kind !== 'userTask' && node.kind !== 'subProcess' && !blocks.has(id)) automatic.add(atItem(id));
  }
  const start = scope.nodes.find((node) => node.kind === 'startEvent');
  const target = new Map(scope.flows.map((flow) => [onFlow(flow.id), flow.target]));
  return {
    structure,
    initial: atItem(start?.id ?? ''),
    items,
    moves,
    joins,
    automatic,
    joinOf: (place) => target.get(place) ?? null,
  };
}

function movesOf(node: FlowNode, structure: Structure, arrive: (flow: SequenceFlow) => string): readonly Move[] {
  const { index, blocks } = structure;
  const consumes = [atItem(node.id)];
  const block = blocks.get(node.id);
  const flows = index.outgoing(block?.join ?? node.id);
  const label =
    node.kind === 'userTask' || node.kind === 'subProcess'
      ? `办完“${node.name || node.id}”`
      : block
        ? `办完“${node.name || node.id}”开始的并行环节`
        : null;
  const move = (produces: readonly string[], ends = false, said = label): Move => ({
    item: node.id,
    consumes,
    produces,
    ends,
    label: said,
  });
  switch (node.kind) {
    case 'endEvent':
      return [move([])];
    case 'errorEndEvent':
      return [move([], true)];
    case 'exclusiveGateway':
      return flows.map((flow) =>
        move([arrive(flow)], false, flows.length > 1 ? `“${node.name || node.id}”选“${flow.name || flow.id}”` : null),
      );
    case 'subProcess':
      return [
        ...(completes(node.scope) ? [move(flows.map(arrive))] : []),
        ...(escapes(node.scope, index, node.id) ? [move([], true)] : []),
        ...boundaryMoves(node.id, index, move),
      ];
    default:
      return [
        move(flows.map(arrive)),
        ...(block &&
        block.branches.some((branch) => branch.items.some((id) => index.nodes.get(id)?.kind === 'errorEndEvent'))
          ? [move([], true)]
          : []),
        ...boundaryMoves(node.id, index, move),
      ];
  }
}

/** The boundary event is an item of its own: the token comes to it, and goes on by itself. */
function boundaryMoves(
  id: string,
  index: FlowIndex,
  move: (produces: readonly string[], ends: boolean, label: string) => Move,
): readonly Move[] {
  return index.boundaries(id).flatMap((event) => {
    const name = event.name || event.id;
    if (event.kind === 'timerBoundary') return [move([atItem(event.id)], false, `“${name}”到期`)];
    return event.kind === 'errorBoundary' ? [move([atItem(event.id)], false, `“${name}”出错`)] : [];
  });
}

/** Whether the inside can end by a plain end: otherwise what follows the sub-process is never reached. */
const completes = (scope: Scope): boolean => scope.nodes.some((node) => node.kind === 'endEvent');

/** Whether an error inside may end this scope too: thrown within, and caught by no boundary of the sub-process. */
function escapes(scope: Scope, index: FlowIndex, id: string): boolean {
  const caughtAll = index.boundaries(id).some((event) => event.kind === 'errorBoundary' && event.error === null);
  if (caughtAll) return false;
  const caught = new Set(
    index.boundaries(id).flatMap((event) => (event.kind === 'errorBoundary' ? [event.error] : [])),
  );
  return errorsOf(scope).some((error) => error === null || !caught.has(error));
}

function errorsOf(scope: Scope): readonly (string | null)[] {
  return scope.nodes.flatMap((node) => {
    if (node.kind === 'errorEndEvent') return [node.error];
    return node.kind === 'subProcess' ? errorsOf(node.scope) : [];
  });
}
