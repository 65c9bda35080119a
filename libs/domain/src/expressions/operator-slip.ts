import { childrenOf, syntaxOf } from './syntax-tree.js';
import type { SyntaxNode } from './syntax-tree.js';

/**
 * `a == b`, `a <> b`, `a => b` and a leading `=` are no FEEL comparisons, yet they parse: as a comparison with a unary
 * test, which is quietly false. Returns the operator as written, null when there is none.
 */
export function operatorSlip(text: string): string | null {
  return slipIn(syntaxOf(text), text);
}

function slipIn(node: SyntaxNode, text: string): string | null {
  let operator: SyntaxNode | null = node.name === 'Expression' ? node : null;
  for (const child of childrenOf(node)) {
    if (child.name === 'CompareOp') operator = child;
    const first = child.firstChild;
    if (child.name === 'SimplePositiveUnaryTest' && operator !== null && first?.name === 'CompareOp') {
      return text.slice(operator.from, first.to).replace(/\s+/g, ' ');
    }
    const inner = slipIn(child, text);
    if (inner !== null) return inner;
  }
  return null;
}
