import { parseExpression } from 'feelin';
import { Lru } from './lru.js';

/** The parts of feelin's syntax tree that we walk; the full type lives in a package that is not ours to import. */
export interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

/** About 10 MB at most: several checks look at the same text. */
const trees = new Lru<SyntaxNode>(2_000, 200_000);

/** The tree of a FEEL text; errors are nodes of it, so a broken text has a tree too. */
export function syntaxOf(text: string): SyntaxNode {
  let tree = trees.get(text);
  if (tree === undefined) trees.set(text, (tree = parseExpression(text, {}, undefined).topNode as SyntaxNode));
  return tree;
}

export function* childrenOf(node: SyntaxNode): Iterable<SyntaxNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}
