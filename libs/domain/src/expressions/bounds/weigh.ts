import { childrenOf } from '../syntax-tree.js';
import type { SyntaxNode } from '../syntax-tree.js';
import { bare } from '../names-in-text.js';
import { SCALAR, boundOf, either, itemOf, sized } from './bound.js';
import type { Bound } from './bound.js';
import { isFunctionName } from './functions.js';
import { MAX_DEPTH, MAX_SIZE, MAX_STEPS, TooCostly } from './limits.js';
import { Scope } from './scope.js';
import { weighCall } from './weigh-call.js';
import { weighLoop } from './weigh-loop.js';

/** One weighing of a text; each node of its tree is visited once. */
export class Weighing {
  constructor(readonly text: string) {}

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** @throws TooCostly */
  weigh(node: SyntaxNode, scope: Scope, depth: number): Bound {
    if (depth > MAX_DEPTH) throw new TooCostly(`括号或运算嵌套超过 ${MAX_DEPTH} 层，请拆成几步来算`);
    const bound = this.rule(node, scope, depth + 1);
    if (bound.steps > MAX_STEPS) throw new TooCostly('计算量太大，请缩小循环的范围或列表');
    if (bound.size > MAX_SIZE && bound.known === undefined) throw new TooCostly('结果太大，请缩短文字或列表');
    return bound;
  }

  private rule(node: SyntaxNode, scope: Scope, depth: number): Bound {
    switch (node.name) {
      case 'VariableName':
        return this.variable(node, scope);
      case '?':
        return scope.look('?') ?? SCALAR;
      case 'NumericLiteral':
      case 'BooleanLiteral':
      case 'null':
      case 'QualifiedName':
        return SCALAR;
      case 'StringLiteral':
        return sized(1, node.to - node.from, 1);
      case 'ForExpression':
      case 'QuantifiedExpression':
        return weighLoop(this, node, scope, depth);
      case 'FunctionInvocation':
      case 'DateTimeLiteral':
        return weighCall(this, node, scope, depth);
      case 'FunctionDefinition':
        throw new TooCostly('function 只能写在 sort 和 list replace 里，不能自己定义函数');
      case 'Interval':
      case 'IterationContext':
        return this.interval(node, scope, depth);
      case 'FilterExpression':
        return this.filter(node, scope, depth);
      case 'PathExpression':
        return this.path(node, scope, depth);
      case 'Context':
        return this.context(node, scope, depth);
      case 'ArithmeticExpression':
        return this.arithmetic(node, scope, depth);
      case 'IfExpression': {
        const [condition, ...branches] = this.all(node, scope, depth);
        const branch = branches.reduce(either, { ...SCALAR, steps: 0 });
        return { ...branch, steps: branch.steps + (condition?.steps ?? 0) + 1 };
      }
      case 'List':
        return this.list(this.all(node, scope, depth));
      case 'Comparison':
        return this.comparison(node, scope, depth);
      default: {
        const parts = this.all(node, scope, depth);
        // an Expression, a pair of brackets: what is in it
        if (parts.length === 1) return parts[0] as Bound;
        return { ...parts.reduce(either, SCALAR), steps: parts.reduce((sum, part) => sum + part.steps, 1) };
      }
    }
  }

  /** The bounds of those children that stand for something; a keyword or an operator does not. */
  private all(node: SyntaxNode, scope: Scope, depth: number): readonly Bound[] {
    return [...childrenOf(node)].filter(isValue).map((child) => this.weigh(child, scope, depth));
  }

  private variable(node: SyntaxNode, scope: Scope): Bound {
    const name = bare(this.source(node));
    const bound = scope.look(name);
    if (isFunctionName(name) && !scope.binds(name)) {
      throw new TooCostly(`“${this.source(node)}”是函数名，要写成 ${this.source(node)}(…) 来调用`);
    }
    return bound ?? SCALAR;
  }

  /** In a filter a comparison may name a member of the items that is called as a function is: it gives true or false. */
  private comparison(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const sides = [...childrenOf(node)].filter(isValue).map((child) => {
      const member = child.name === 'VariableName' && scope.inFilter;
      return member ? (scope.look(bare(this.source(child))) ?? SCALAR) : this.weigh(child, scope, depth);
    });
    // what cannot be compared is written out in a warning
    return { ...SCALAR, steps: sides.reduce((sum, side) => sum + side.steps + side.size / 10, 1) };
  }

  private arithmetic(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const sides = this.all(node, scope, depth);
    const steps = sides.reduce((sum, side) => sum + side.steps + side.size / 10, 1);
    const adds = [...childrenOf(node)].some((child) => child.name === 'ArithOp' && this.source(child) === '+');
    if (!adds || sides.length < 2 || sides.some((side) => side.scalar)) return { ...SCALAR, steps };
    return sized(
      steps,
      sides.reduce((sum, side) => sum + side.size, 0),
      1,
    );
  }

  private list(items: readonly Bound[]): Bound {
    return {
      steps: items.reduce((sum, item) => sum + item.steps, 1),
      size: items.reduce((sum, item) => sum + item.size, 1),
      count: Math.max(1, items.length),
      each: items.reduce((most, item) => Math.max(most, item.size), 1),
      span: items.reduce((most, item) => Math.max(most, item.span), Math.max(1, items.length)),
      scalar: false,
    };
  }

  /** Entries see those before them, so that each is weighed with what it is made of. */
  private context(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const inner = new Scope(scope);
    const values: Bound[] = [];
    for (const entry of childrenOf(node)) {
      if (entry.name !== 'ContextEntry') continue;
      const [key, value] = [...childrenOf(entry)];
      if (key === undefined || value === undefined) continue;
      const bound = this.weigh(value, inner, depth);
      inner.bind(bare(this.source(key).replace(/^"|"$/g, '')), bound);
      // each entry sees a copy of all names
      values.push({ ...bound, steps: bound.steps + 1, size: bound.size + (key.to - key.from) });
    }
    return this.list(values);
  }

  private filter(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const [target, condition] = [...childrenOf(node)].filter(isValue);
    const list = target === undefined ? SCALAR : this.weigh(target, scope, depth);
    if (condition === undefined) return list;
    const item = itemOf(list);
    const asked = this.weigh(condition, new Scope(scope, item).bind('item', item), depth);
    return {
      ...either(list, item),
      scalar: list.scalar,
      count: list.span,
      steps: list.steps + list.count * (asked.steps + 3),
    };
  }

  private path(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const [target, name] = [...childrenOf(node)].filter((child) => child.name !== '.');
    const whole = target === undefined ? SCALAR : this.weigh(target, scope, depth);
    if (name === undefined) return whole;
    const member = memberOf(whole.known, bare(this.source(name)));
    if (member !== undefined) return { ...boundOf(member), steps: whole.steps + 1 };
    return { ...sized(whole.steps + whole.count, whole.size, whole.span), each: whole.size, scalar: false };
  }

  /** A range can be iterated where both its ends are whole numbers as written. */
  private interval(node: SyntaxNode, scope: Scope, depth: number): Bound {
    const children = [...childrenOf(node)];
    if (!children.some((child) => child.name === '..')) return this.all(node, scope, depth)[0] ?? SCALAR;
    const [from, to] = children.filter(isValue);
    const ends = this.all(node, scope, depth);
    const rounds = from === undefined || to === undefined ? Infinity : this.rounds(from, to, isOpen(children));
    return { ...SCALAR, size: 3, scalar: false, count: rounds, span: rounds, steps: this.list(ends).steps };
  }

  private rounds(from: SyntaxNode, to: SyntaxNode, open: boolean): number {
    if (from.name !== 'NumericLiteral' || to.name !== 'NumericLiteral') return Infinity;
    const [first, last] = [Number(bare(this.source(from))), Number(bare(this.source(to)))] as [number, number];
    // an open range of one number, or with a fraction, would never come to its end
    if (!Number.isInteger(first) || !Number.isInteger(last) || (open && first === last)) return Infinity;
    return Math.abs(last - first) + 1;
  }
}

const isOpen = (children: readonly SyntaxNode[]): boolean =>
  ['(', ']'].includes(children[0]?.name ?? '') || [')', '['].includes(children.at(-1)?.name ?? '');

/** Keywords, brackets and operators start with a lower-case letter or a sign. */
const isValue = (child: SyntaxNode): boolean =>
  (/^[A-Z]/.test(child.name) && child.name !== 'ArithOp' && child.name !== 'CompareOp' && child.name !== 'PathName') ||
  child.name === '?' ||
  child.name === 'null';

function memberOf(context: unknown, name: string): unknown {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return undefined;
  const found = Object.keys(context).filter((key) => bare(key) === name);
  return found.length === 1 ? (context as Record<string, unknown>)[found[0] as string] : undefined;
}
