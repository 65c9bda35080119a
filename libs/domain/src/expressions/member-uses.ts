import { childrenOf, syntaxOf } from './syntax-tree.js';
import type { SyntaxNode } from './syntax-tree.js';

/** One place where an expression reads a member of a variable: `amount` of `form.amount > 50`. */
export interface MemberUse {
  readonly name: string;
  /** what it is compared with, where that is written out */
  readonly comparedWith: 'string' | 'number' | 'boolean' | null;
}

const LITERALS: Readonly<Record<string, NonNullable<MemberUse['comparedWith']>>> = {
  StringLiteral: 'string',
  NumericLiteral: 'number',
  BooleanLiteral: 'boolean',
};

/** The members of a variable that an expression reads, in order of appearance. */
export function memberUses(text: string, variable: string): readonly MemberUse[] {
  const uses: MemberUse[] = [];
  walk(syntaxOf(text), null);
  return uses;

  function walk(node: SyntaxNode, comparedWith: MemberUse['comparedWith']): void {
    const children = [...childrenOf(node)];
    if (node.name === 'PathExpression') {
      const [root, , member] = children;
      if (root !== undefined && member !== undefined && text.slice(root.from, root.to) === variable) {
        uses.push({ name: text.slice(member.from, member.to), comparedWith });
        return;
      }
    }
    const isComparison = node.name === 'Comparison' && children.some((child) => child.name === 'CompareOp');
    const literal = isComparison ? children.map((child) => LITERALS[child.name]).find(Boolean) : undefined;
    for (const child of children) walk(child, literal ?? null);
  }
}
