import { bare } from '../names-in-text.js';
import { childrenOf } from '../syntax-tree.js';
import type { SyntaxNode } from '../syntax-tree.js';
import { SCALAR, itemOf } from './bound.js';
import type { Bound } from './bound.js';
import { MAX_ROUNDS, TooCostly } from './limits.js';
import { Scope } from './scope.js';
import type { Weighing } from './weigh.js';

/** A round copies the names it can read. */
const STEPS_A_ROUND = 5;

/** `for`, `some` and `every`: the rounds of all their lists multiply, and each costs what the body costs. */
export function weighLoop(weighing: Weighing, node: SyntaxNode, outer: Scope, depth: number): Bound {
  const children = [...childrenOf(node)];
  const lists = children.find((child) => child.name === 'InExpressions');
  const body = children.at(-1);
  if (lists === undefined || body === undefined) return SCALAR;
  const scope = new Scope(outer);
  let rounds = 1;
  let steps = 1;
  for (const list of childrenOf(lists)) {
    if (list.name !== 'InExpression') continue;
    const [name, , source] = [...childrenOf(list)];
    if (name === undefined || source === undefined) continue;
    const over = weighing.weigh(source, scope, depth);
    steps += rounds * (over.steps + STEPS_A_ROUND);
    rounds *= over.count;
    if (rounds === Infinity) throw new TooCostly('循环的范围要写成固定的整数，例如 1..12，或者改为对列表循环');
    if (rounds > MAX_ROUNDS) throw new TooCostly(`循环超过 ${MAX_ROUNDS} 次，请缩小范围`);
    scope.bind(bare(weighing.source(name)), elementOf(source, over));
  }
  const inside = new Scope(scope).bind('partial', partial(rounds));
  const each = weighing.weigh(body, node.name === 'ForExpression' ? inside : scope, depth);
  steps += rounds * (each.steps + STEPS_A_ROUND);
  if (node.name === 'QuantifiedExpression') return { ...SCALAR, steps };
  if (inside.partialRead && (each.size > 1 || !each.scalar)) {
    throw new TooCostly('循环里用 partial 时，每一次的结果只能是一个数');
  }
  return {
    steps,
    size: 1 + rounds * each.size,
    count: rounds,
    each: each.size,
    span: Math.max(rounds, each.span),
    scalar: false,
  };
}

/** A list of numbers, as the check after the body makes sure. */
const partial = (rounds: number): Bound => ({
  steps: 1,
  size: rounds,
  count: rounds,
  each: 1,
  span: rounds,
  scalar: false,
});

/** What a range holds are numbers. */
function elementOf(source: SyntaxNode, over: Bound): Bound {
  const children = [...childrenOf(source)];
  if (children.some((child) => child.name === '..')) return SCALAR;
  return children.length === 1 ? elementOf(children[0] as SyntaxNode, over) : itemOf(over);
}
