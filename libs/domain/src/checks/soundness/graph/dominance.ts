/** A graph by numbers: for each number, where it leads. */
export type Arrows = ReadonlyMap<number, readonly number[]>;

/**
 * Immediate dominators (Cooper, Harvey, Kennedy 2001): for each number that `root` leads to, the last one that every way
 * from `root` must pass before it.
 */
export function dominatorsOf(root: number, arrows: Arrows): ReadonlyMap<number, number> {
  const order = postOrder(root, arrows);
  const rank = new Map(order.map((each, at) => [each, at]));
  const before = new Map<number, number[]>();
  for (const from of order) for (const to of arrows.get(from) ?? []) push(before, to, from);
  const immediate = new Map([[root, root]]);
  const meet = (a: number, b: number): number => {
    while (a !== b) {
      while ((rank.get(a) ?? 0) < (rank.get(b) ?? 0)) a = immediate.get(a) ?? root;
      while ((rank.get(b) ?? 0) < (rank.get(a) ?? 0)) b = immediate.get(b) ?? root;
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const each of [...order].reverse()) {
      if (each === root) continue;
      const known = (before.get(each) ?? []).filter((from) => immediate.has(from));
      const [first, ...others] = known;
      if (first === undefined) continue;
      const found = others.reduce(meet, first);
      if (immediate.get(each) === found) continue;
      immediate.set(each, found);
      changed = true;
    }
  }
  return immediate;
}

/** Whether one dominates another: in post-order a tree's members stand together, its root last. */
export function order(root: number, immediate: ReadonlyMap<number, number>): (first: number, then: number) => boolean {
  const below = new Map<number, number[]>();
  for (const [each, above] of immediate) {
    if (each !== root) push(below, above, each);
  }
  const out = new Map(postOrder(root, below).map((each, at) => [each, at]));
  const size = new Map<number, number>();
  for (const each of out.keys())
    size.set(
      each,
      (below.get(each) ?? []).reduce((sum, child) => sum + (size.get(child) ?? 0), 1),
    );
  return (first, then) => {
    const [at, other] = [out.get(first), out.get(then)];
    return at !== undefined && other !== undefined && other <= at && other > at - (size.get(first) ?? 0);
  };
}

function postOrder(root: number, arrows: Arrows): readonly number[] {
  const order: number[] = [];
  const seen = new Set([root]);
  const open: { readonly at: number; next: number }[] = [{ at: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const to = arrows.get(top.at)?.[top.next++];
    if (to === undefined) {
      order.push(top.at);
      open.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      open.push({ at: to, next: 0 });
    }
  }
  return order;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
