import type { FlowNode, Scope, SequenceFlow } from '../../bpmn/model.js';
import { indexScope } from '../../bpmn/walk.js';
import type { FlowIndex } from '../../bpmn/walk.js';

/** One branch of a block: everything between the split's flow and the join's flow (the same flow when it is empty). */
export interface Branch {
  readonly entry: SequenceFlow;
  readonly exit: SequenceFlow;
  /** items of the branch in order of discovery: node ids; a nested block stands as its split's id */
  readonly items: readonly string[];
}

/** A parallel split with the join that gathers exactly its branches: single entry, single exit, nothing crosses. */
export interface Block {
  readonly split: string;
  readonly join: string;
  readonly branches: readonly Branch[];
}

export interface Structure {
  readonly index: FlowIndex;
  /** every block, nested ones too, by split */
  readonly blocks: ReadonlyMap<string, Block>;
  /** items of the scope itself: nodes outside every block, and the outermost blocks as their split's id */
  readonly items: readonly string[];
  /** parallel gateways that belong to no block are left: the scope has to run as a net of tokens */
  readonly rigid: boolean;
}

const isParallel = (node: FlowNode | undefined): boolean => node?.kind === 'parallelGateway';

/** Finds the structured parallel blocks of a scope, innermost first, until no more are found. */
export function structureOf(scope: Scope): Structure {
  const index = indexScope(scope);
  const blocks = new Map<string, Block>();
  const joins = new Map<string, string>();
  const open = new Set(
    scope.nodes
      .filter((n) => isParallel(n) && index.outgoing(n.id).length > 1 && index.incoming(n.id).length <= 1)
      .map((n) => n.id),
  );
  for (let found = true; found;) {
    found = false;
    for (const split of open) {
      const block = blockAt(split, index, blocks, joins);
      if (block === null) continue;
      blocks.set(split, block);
      joins.set(block.join, split);
      open.delete(split);
      found = true;
    }
  }
  const inside = new Set(
    [...blocks.values()].flatMap((block) => [block.join, ...block.branches.flatMap((b) => b.items)]),
  );
  const items = scope.nodes.map((node) => node.id).filter((id) => !inside.has(id));
  const rigid = items.some(
    (id) =>
      isParallel(index.nodes.get(id)) &&
      !blocks.has(id) &&
      (index.incoming(id).length > 1 || index.outgoing(id).length > 1),
  );
  return { index, blocks, items, rigid };
}

function blockAt(
  split: string,
  index: FlowIndex,
  blocks: ReadonlyMap<string, Block>,
  joins: ReadonlyMap<string, string>,
): Block | null {
  const branches: Branch[] = [];
  const taken = new Set<string>([split]);
  let join: string | null = null;
  for (const entry of index.outgoing(split)) {
    const branch = branchFrom(entry, index, blocks, joins, taken);
    if (branch === null || (join !== null && branch.exit.target !== join)) return null;
    join = branch.exit.target;
    branches.push(branch);
  }
  if (join === null || index.incoming(join).length !== branches.length || index.outgoing(join).length !== 1)
    return null;
  return { split, join, branches };
}

/** Walks one branch up to the join; null when it is left in any other way, or shared with something outside. */
function branchFrom(
  entry: SequenceFlow,
  index: FlowIndex,
  blocks: ReadonlyMap<string, Block>,
  joins: ReadonlyMap<string, string>,
  taken: Set<string>,
): Branch | null {
  const isOpenJoin = (id: string): boolean =>
    isParallel(index.nodes.get(id)) && index.incoming(id).length > 1 && !joins.has(id);
  if (isOpenJoin(entry.target)) return { entry, exit: entry, items: [] };
  const items: string[] = [entry.target];
  const own = new Set(items);
  const exits: SequenceFlow[] = [];
  for (const id of items) {
    const node = index.nodes.get(id);
    if (taken.has(id) || node === undefined || node.kind === 'endEvent' || node.kind === 'startEvent') return null;
    if (isParallel(node) && !blocks.has(id) && index.outgoing(id).length > 1) return null;
    taken.add(id);
    const leaving = index.outgoing(blocks.get(id)?.join ?? id);
    for (const flow of leaving) if (isOpenJoin(flow.target)) exits.push(flow);
    const next = leaving.filter((flow) => !isOpenJoin(flow.target)).map((flow) => flow.target);
    for (const to of [...next, ...index.boundaries(id).map((event) => event.id)]) {
      if (own.has(to)) continue;
      own.add(to);
      items.push(to);
    }
  }
  const [exit] = exits;
  if (exit === undefined || exits.length > 1) return null;
  const closed = items.every((id) =>
    index.incoming(id).every((flow) => flow === entry || own.has(joins.get(flow.source) ?? flow.source)),
  );
  return closed ? { entry, exit, items } : null;
}
