import { parseExpression } from 'feelin';

export interface ReferencedNames {
  /** root names of the variables read: `form` for `form.金额` */
  readonly variables: readonly string[];
  /** names of the functions called */
  readonly functions: readonly string[];
}

/** The parts of feelin's syntax tree that we walk; the full type lives in a package that is not ours to import. */
interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

/**
 * The names a condition depends on, in order of appearance. Names bound inside it (for, some, every, function) are not
 * its variables; names inside a filter `list[…]` may be fields of the list's items, so they are left out.
 */
export function referencedNames(text: string): ReferencedNames {
  const found = { variables: new Set<string>(), functions: new Set<string>(), bound: new Set(['item', 'partial']) };
  try {
    walk(parseExpression(text, {}, undefined).topNode, text, found);
  } catch {
    return { variables: [], functions: [] };
  }
  return { variables: [...found.variables].filter((name) => !found.bound.has(name)), functions: [...found.functions] };
}

interface Found {
  readonly variables: Set<string>;
  readonly functions: Set<string>;
  readonly bound: Set<string>;
}

function walk(node: SyntaxNode, text: string, found: Found): void {
  const name = text.slice(node.from, node.to);
  if (node.name === 'VariableName') found.variables.add(name);
  if (node.name === 'Name') found.bound.add(name);
  let inFilter = false;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (node.name === 'FilterExpression' && child.name === '[') inFilter = true;
    if (inFilter) continue;
    if (isFunctionName(node, child)) found.functions.add(text.slice(child.from, child.to));
    else walk(child, text, found);
  }
}

// Compared by position: the tree makes a new object on every access.
function isFunctionName(node: SyntaxNode, child: SyntaxNode): boolean {
  return node.name === 'FunctionInvocation' && child.name === 'VariableName' && child.from === node.from;
}
