import { parseExpression } from 'feelin';

/** The parts of feelin's syntax tree that we walk; the full type lives in a package that is not ours to import. */
export interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

/** The tree of a FEEL text; errors are nodes of it, so a broken text has a tree too. */
export const syntaxOf = (text: string): SyntaxNode => parseExpression(text, {}, undefined).topNode;

export function* childrenOf(node: SyntaxNode): Iterable<SyntaxNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}
