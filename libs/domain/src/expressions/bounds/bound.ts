/** What one value of an expression can cost at most. Numbers may be Infinity: nobody knows, so nobody may iterate it. */
export interface Bound {
  /** steps of evaluation until it is there */
  readonly steps: number;
  /** characters, members and items in it, on all levels */
  readonly size: number;
  /** rounds of a loop over it */
  readonly count: number;
  /** the size of its largest item */
  readonly each: number;
  /** the most rounds of a loop over it or anything in it */
  readonly span: number;
  /** certainly no text, list or context: adding to it makes nothing longer */
  readonly scalar: boolean;
  /** the very value, where it is one of the variables or inside one */
  readonly known?: unknown;
}

export const SCALAR: Bound = { steps: 1, size: 1, count: 1, each: 1, span: 1, scalar: true };

/** An unknown text, list or context of a size. */
export const sized = (steps: number, size: number, span = size): Bound => ({
  steps,
  size,
  count: Math.max(1, span),
  each: size,
  span: Math.max(1, span),
  scalar: false,
});

/** One of two values, who knows which. */
export const either = (a: Bound, b: Bound): Bound => ({
  steps: a.steps + b.steps,
  size: Math.max(a.size, b.size),
  count: Math.max(a.count, b.count),
  each: Math.max(a.each, b.each),
  span: Math.max(a.span, b.span),
  scalar: a.scalar && b.scalar,
});

/** Any one item of a list. */
export const itemOf = (list: Bound): Bound => ({
  steps: 1,
  size: list.each,
  count: list.span,
  each: list.each,
  span: list.span,
  scalar: false,
});

/** The bound of a variable's value. Walks with a stack of its own: a value may be deeper than the call stack. */
export function boundOf(value: unknown): Bound {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' ? { ...sized(1, value.length + 1, 1), known: value } : { ...SCALAR, known: value };
  }
  const items = Object.values(value as object).map(measure);
  const names = Array.isArray(value) ? 0 : Object.keys(value).reduce((sum, name) => sum + name.length, 0);
  return {
    steps: 1,
    size: items.reduce((sum, item) => sum + item.size, 1 + names),
    count: Math.max(1, items.length),
    each: items.reduce((most, item) => Math.max(most, item.size), 1),
    span: items.reduce((most, item) => Math.max(most, item.span), Math.max(1, items.length)),
    scalar: false,
    known: value,
  };
}

function measure(value: unknown): { readonly size: number; readonly span: number } {
  let size = 0;
  let span = 1;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const each = open.pop();
    size += typeof each === 'string' ? each.length + 1 : 1;
    if (each === null || typeof each !== 'object') continue;
    const names = Object.keys(each);
    if (Array.isArray(each)) span = Math.max(span, names.length);
    for (const name of names) {
      if (!Array.isArray(each)) size += name.length;
      open.push((each as Record<string, unknown>)[name]);
    }
  }
  return { size, span };
}
