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
  for (const from of order) for (const to of arrows.get(from) ?? []) before.set(to, [...(before.get(to) ?? []), from]);
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
