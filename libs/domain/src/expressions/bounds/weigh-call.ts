import { evaluate } from 'feelin';
import { bare } from '../names-in-text.js';
import { childrenOf } from '../syntax-tree.js';
import type { SyntaxNode } from '../syntax-tree.js';
import { SCALAR, itemOf, sized } from './bound.js';
import type { Bound } from './bound.js';
import { FUNCTIONS, WEIGHED_APART } from './functions.js';
import { TooCostly } from './limits.js';
import { patternCost } from './pattern-cost.js';
import { Scope } from './scope.js';
import type { Weighing } from './weigh.js';

interface Argument {
  readonly node: SyntaxNode;
  /** as written in a call with named parameters */
  readonly name: string | null;
}

/**
 * Only functions of the list may be called, and only by their name: a function is never a value, so that none can be
 * passed on, returned or called by another name, and no recursion is possible.
 */
export function weighCall(weighing: Weighing, node: SyntaxNode, scope: Scope, depth: number): Bound {
  const [callee, ...rest] = [...childrenOf(node)];
  if (callee === undefined || callee.name === 'AtLiteral') return SCALAR;
  const name = bare(weighing.source(callee));
  const nameable = ['VariableName', 'SpecialFunctionName', 'DateTimeConstructor'].includes(callee.name);
  if (!nameable || (!FUNCTIONS.has(name) && !WEIGHED_APART.has(name))) {
    throw new TooCostly(`函数“${weighing.source(callee).slice(0, 40)}”没有，或者不能使用`);
  }
  const args = argumentsIn(weighing, rest);
  const takesFunction = name === 'sort' || name === 'listreplace';
  const bounds = args.map((arg) =>
    takesFunction && arg.node.name === 'FunctionDefinition' ? SCALAR : weighing.weigh(arg.node, scope, depth),
  );
  const own = costOf(weighing, name, args, bounds, scope, depth);
  return { ...own, steps: bounds.reduce((sum, bound) => sum + bound.steps, own.steps) };
}

function costOf(
  weighing: Weighing,
  name: string,
  args: readonly Argument[],
  bounds: readonly Bound[],
  scope: Scope,
  depth: number,
): Bound {
  const rule = FUNCTIONS.get(name);
  if (rule !== undefined) return rule(bounds);
  if (name === 'sort' || name === 'listreplace') return weighComparing(weighing, args, bounds, scope, depth);
  return weighPattern(weighing, name, args, bounds);
}

function argumentsIn(weighing: Weighing, nodes: readonly SyntaxNode[]): readonly Argument[] {
  for (const parameters of nodes) {
    if (parameters.name === 'PositionalParameters') {
      return [...childrenOf(parameters)].map((node) => ({ node, name: null }));
    }
    if (parameters.name === 'NamedParameters') {
      return [...childrenOf(parameters)].flatMap((parameter) => {
        const [name, node] = [...childrenOf(parameter)];
        return name === undefined || node === undefined ? [] : [{ node, name: bare(weighing.source(name)) }];
      });
    }
  }
  return [];
}

/** `sort(list, function(a, b) …)` and `list replace(list, function(item, new) …, new)`. */
function weighComparing(
  weighing: Weighing,
  args: readonly Argument[],
  bounds: readonly Bound[],
  scope: Scope,
  depth: number,
): Bound {
  const all = bounds.reduce((sum, bound) => sum + bound.size, 1);
  const count = bounds.reduce((most, bound) => Math.max(most, bound.count), 1);
  const span = bounds.reduce((most, bound) => Math.max(most, bound.span), 1);
  if (span === Infinity) throw new TooCostly('排序和替换的内容要是列表，不能是范围');
  const item = bounds.reduce((most, bound) => Math.max(most, bound.each, bound.size), 1);
  let body = 1;
  for (const { node } of args) {
    if (node.name !== 'FunctionDefinition') continue;
    const inside = new Scope(scope);
    for (const name of parametersOf(weighing, node)) inside.bind(name, itemOf(sized(1, item, span)));
    const definition = [...childrenOf(node)].find((child) => child.name === 'FunctionBody');
    const external = [...childrenOf(node)].some((child) => child.name === 'external');
    if (definition === undefined || external) throw new TooCostly('不能使用外部函数');
    body += weighing.weigh(definition, inside, depth).steps + 5;
  }
  const steps = count * (Math.log2(count + 1) + 1) * body;
  return { steps, size: all, count: span, each: item, span, scalar: false };
}

function* parametersOf(weighing: Weighing, node: SyntaxNode): Iterable<string> {
  for (const child of childrenOf(node)) {
    if (child.name === 'ParameterName') yield bare(weighing.source(child));
    else if (child.name !== 'FunctionBody') yield* parametersOf(weighing, child);
  }
}

/** `matches(input, pattern)`, `replace(input, pattern, replacement)`, `split(string, delimiter)`. */
function weighPattern(weighing: Weighing, name: string, args: readonly Argument[], bounds: readonly Bound[]): Bound {
  const at = (parameter: string, position: number): number =>
    args.findIndex((arg, index) => (arg.name === null ? index === position : arg.name === parameter));
  const pattern = literal(weighing, args[at(name === 'split' ? 'delimiter' : 'pattern', 1)]);
  if (pattern === null) throw new TooCostly('正则表达式要写成固定的文字，不能算出来');
  const flagsAt = at('flags', name === 'replace' ? 3 : 2);
  const flags = name === 'split' || flagsAt < 0 ? '' : (literal(weighing, args[flagsAt]) ?? 'm');
  const input = bounds[at(name === 'split' ? 'string' : 'input', 0)]?.size ?? 1;
  const steps = 2 + patternCost(pattern, input, flags);
  if (name === 'matches') return { ...SCALAR, steps };
  if (name === 'split') return { ...sized(steps, 2 * input + 1), each: input };
  const replacementAt = at('replacement', 2);
  const replacement = literal(weighing, args[replacementAt]);
  const length = bounds[replacementAt]?.size ?? 1;
  // $` and $' put the whole rest of the text into each place
  const places = replacement !== null && !/\$[`']/.test(replacement) ? input + 1 : (input + 1) ** 2;
  return sized(steps, places * (length + 1), 1);
}

/** The text of a string literal, with its escapes read as the interpreter reads them. */
function literal(weighing: Weighing, arg: Argument | undefined): string | null {
  if (arg?.node.name !== 'StringLiteral') return null;
  const { value } = evaluate(weighing.source(arg.node));
  return typeof value === 'string' ? value : null;
}
