import { childrenOf, syntaxOf } from './syntax-tree.js';
import type { SyntaxNode } from './syntax-tree.js';

/** One place where an expression reads a member of a variable: `amount` of `form.amount > 50`. */
export interface MemberUse {
  readonly name: string;
  /** what it is compared with, where that is written out */
  readonly comparedWith: 'string' | 'number' | 'boolean' | null;
  /** the text that it is compared with for being equal; null when it is compared otherwise */
  readonly literal: string | null;
}

const LITERALS: Readonly<Record<string, NonNullable<MemberUse['comparedWith']>>> = {
  StringLiteral: 'string',
  NumericLiteral: 'number',
  BooleanLiteral: 'boolean',
};

type Compared = Omit<MemberUse, 'name'>;
const NOT_COMPARED: Compared = { comparedWith: null, literal: null };

function comparisonOf(children: readonly SyntaxNode[], text: string): Compared {
  const operator = children.find((child) => child.name === 'CompareOp');
  const literal = children.find((child) => Object.hasOwn(LITERALS, child.name));
  if (operator === undefined || literal === undefined) return NOT_COMPARED;
  const sign = text.slice(operator.from, operator.to);
  const isText = literal.name === 'StringLiteral' && (sign === '=' || sign === '!=');
  return {
    comparedWith: LITERALS[literal.name] ?? null,
    literal: isText ? text.slice(literal.from + 1, literal.to - 1) : null,
  };
}

/** The members of a variable that an expression reads, in order of appearance. */
export function memberUses(text: string, variable: string): readonly MemberUse[] {
  const uses: MemberUse[] = [];
  walk(syntaxOf(text), NOT_COMPARED);
  return uses;

  function walk(node: SyntaxNode, compared: Compared): void {
    const children = [...childrenOf(node)];
    if (node.name === 'PathExpression') {
      const [root, , member] = children;
      if (root !== undefined && member !== undefined && text.slice(root.from, root.to) === variable) {
        uses.push({ name: text.slice(member.from, member.to), ...compared });
        return;
      }
    }
    const inside = node.name === 'Comparison' ? comparisonOf(children, text) : NOT_COMPARED;
    for (const child of children) walk(child, inside);
  }
}
