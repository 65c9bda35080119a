import { childrenOf, syntaxOf } from './syntax-tree.js';
import type { SyntaxNode } from './syntax-tree.js';

export interface ReferencedNames {
  /** root names of the variables read: `form` for `form.金额` */
  readonly variables: readonly string[];
  /** names of the functions called */
  readonly functions: readonly string[];
}

interface Found {
  readonly variables: Set<string>;
  readonly functions: Set<string>;
  readonly bound: Set<string>;
}

/**
 * The names a condition depends on, in order of appearance. Names bound inside it (for, some, every, function) are not
 * its variables; names inside a filter `list[…]` may be fields of the list's items, so they are left out.
 */
export function referencedNames(text: string): ReferencedNames {
  const found: Found = { variables: new Set(), functions: new Set(), bound: new Set(['item', 'partial']) };
  walk(syntaxOf(text), text, found);
  return { variables: [...found.variables].filter((name) => !found.bound.has(name)), functions: [...found.functions] };
}

function walk(node: SyntaxNode, text: string, found: Found): void {
  const name = text.slice(node.from, node.to);
  if (node.name === 'VariableName') found.variables.add(name);
  if (node.name === 'Name') found.bound.add(name);
  let inFilter = false;
  for (const child of childrenOf(node)) {
    if (node.name === 'FilterExpression' && child.name === '[') inFilter = true;
    if (inFilter) continue;
    if (isFunctionName(node, child)) found.functions.add(text.slice(child.from, child.to));
    else walk(child, text, found);
  }
}

// Compared by position: the tree makes a new object on every access.
const isFunctionName = (node: SyntaxNode, child: SyntaxNode): boolean =>
  node.name === 'FunctionInvocation' && child.name === 'VariableName' && child.from === node.from;
