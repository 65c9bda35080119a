import type { Json } from '../../../shared/json.js';
import { literalOf, partsOf } from './conditions.js';
import type { Literal } from './conditions.js';
import type { Fact } from '../graph/graph.js';

/** Values by path that make all facts hold, as far as the conditions are simple; null when they contradict each other. */
export function satisfy(facts: readonly Fact[]): ReadonlyMap<string, Json> | null {
  const opaque = new Map<string, boolean>();
  const literals = new Map<string, Literal[]>();
  for (const fact of facts.flatMap(partsOf)) {
    const literal = literalOf(fact);
    if (literal !== null) {
      const same = literals.get(literal.path);
      if (same) same.push(literal);
      else literals.set(literal.path, [literal]);
    } else if (opaque.get(fact.text) === !fact.holds) return null;
    else opaque.set(fact.text, fact.holds);
  }
  const values = new Map<string, Json>();
  for (const [path, said] of literals) {
    const value = candidates(said).find((each) => said.every((literal) => holds(each, literal)));
    if (value === undefined) return null;
    values.set(path, value);
  }
  return values;
}

/** Every value that a set of comparisons can tell apart has one of these beside it. */
function candidates(literals: readonly Literal[]): readonly Json[] {
  const named = literals.map(({ value }) => value);
  const numbers = named.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const between = numbers.flatMap((value, at) => [value - 1, value + 1, (value + (numbers[at + 1] ?? value)) / 2]);
  const texts = named.some((value) => typeof value === 'string') ? ['其他', '另外'] : [];
  const truths = named.some((value) => typeof value === 'boolean') ? [true, false] : [];
  const anything = named.some((value) => value === null) ? ['其他', null] : [];
  return [...named.filter((value) => value !== null), ...truths, ...numbers, ...between, ...texts, ...anything];
}

function holds(value: Json, { operator, value: other }: Literal): boolean {
  if (operator === '=') return value === other;
  if (operator === '!=') return value !== other;
  if (typeof value !== typeof other || (typeof value !== 'number' && typeof value !== 'string')) return false;
  if (typeof other !== 'number' && typeof other !== 'string') return false;
  if (operator === '<') return value < other;
  if (operator === '<=') return value <= other;
  return operator === '>' ? value > other : value >= other;
}
