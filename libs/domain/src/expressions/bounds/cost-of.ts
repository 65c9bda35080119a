import type { SyntaxNode } from '../syntax-tree.js';
import { bare } from '../names-in-text.js';
import { boundOf } from './bound.js';
import { TooCostly } from './limits.js';
import { Scope } from './scope.js';
import { Weighing } from './weigh.js';

/** What an evaluation costs at most, or in plain Chinese why it must not be tried. */
export type Cost =
  | { readonly kind: 'bounded'; readonly steps: number; readonly size: number }
  | { readonly kind: 'refused'; readonly message: string };

/** Weighs the tree of a text over its variables, before anything is evaluated. Visits each node once. */
export function costOf(tree: SyntaxNode, text: string, variables: Readonly<Record<string, unknown>>): Cost {
  const scope = new Scope(null);
  for (const [name, value] of Object.entries(variables)) scope.bind(bare(name), boundOf(value));
  try {
    const { steps, size } = new Weighing(text).weigh(tree, scope, 0);
    return { kind: 'bounded', steps, size };
  } catch (error) {
    if (error instanceof TooCostly) return { kind: 'refused', message: error.message };
    throw error;
  }
}
