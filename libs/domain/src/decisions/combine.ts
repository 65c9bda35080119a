import type { Calculated } from '../expressions/feel.js';
import { canonicalJson } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import type { Aggregation, OutputClause, Table } from './decision.js';

/** A rule that holds, counted from 1, with what it gives. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly Json[];
}

/** The values of an output from the most to the least important; null where none are written. */
export type Orders = readonly (readonly Json[] | null)[];

const value = (json: Json): Calculated => ({ kind: 'value', value: json });
const problem = (message: string): Calculated => ({ kind: 'problem', message });

/** One result of the rules that hold, at least one (DMN 1.5 §8.2.8). */
export function combine(table: Table, hits: readonly Hit[], orders: Orders): Calculated {
  const results = hits.map((hit) => asResult(table.outputs, hit.outputs));
  const first = results[0] ?? null;
  const rules = hits.map(({ rule }) => rule).join('、');
  switch (table.hitPolicy) {
    case 'unique':
      return hits.length === 1 ? value(first) : problem(`第 ${rules} 条规则同时成立，只能有一条成立`);
    case 'any': {
      const same = results.every((each) => canonicalJson(each) === canonicalJson(first));
      return same ? value(first) : problem(`第 ${rules} 条规则同时成立，结果却不一样`);
    }
    case 'first':
      return value(first);
    case 'ruleOrder':
      return value(results);
    case 'collect':
      return table.aggregation === null ? value(results) : aggregate(table.aggregation, results);
    case 'priority':
    case 'outputOrder': {
      const ranked = byPriority(hits, orders);
      if (ranked === null) return problem('有规则的结果不在输出的取值顺序里，分不出先后');
      const sorted = ranked.map((hit) => asResult(table.outputs, hit.outputs));
      return value(table.hitPolicy === 'priority' ? (sorted[0] ?? null) : sorted);
    }
  }
}

/** The first output decides, then the second; rules that are as important stay in the order of the table. */
function byPriority(hits: readonly Hit[], orders: Orders): readonly Hit[] | null {
  const ranks = new Map<Hit, readonly number[]>();
  const texts = orders.map((order) => order?.map(canonicalJson) ?? null);
  for (const hit of hits) {
    const rank = hit.outputs.map((output, at) => texts[at]?.indexOf(canonicalJson(output)) ?? 0);
    if (rank.includes(-1)) return null;
    ranks.set(hit, rank);
  }
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((rank, at) => rank - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return hits.toSorted((a, b) => compare(ranks.get(a) ?? [], ranks.get(b) ?? []));
}

function aggregate(aggregation: Aggregation, results: readonly Json[]): Calculated {
  if (aggregation === 'count') return value(results.length);
  const numbers = results.filter((each) => typeof each === 'number');
  if (numbers.length < results.length) return problem('要汇总的结果不都是数');
  switch (aggregation) {
    case 'sum':
      return value(numbers.reduce((sum, each) => sum + each, 0));
    case 'min':
      return value(numbers.reduce((least, each) => Math.min(least, each)));
    case 'max':
      return value(numbers.reduce((most, each) => Math.max(most, each)));
  }
}

/** One output is the value itself; several are a context of them. */
export function asResult(outputs: readonly OutputClause[], values: readonly Json[]): Json {
  if (outputs.length === 1) return values[0] ?? null;
  return Object.fromEntries(outputs.map(({ name }, at) => [name ?? '', values[at] ?? null]));
}
