import { rulesToAST } from '@casl/ability/extra';
import type { AnyAbility } from '@casl/ability';
import type { Action, AppAbility, SubjectName } from './ability.js';

/** A rule set as a formula over the fields of a subject; `all` is the empty conjunction, `none` the empty disjunction; `some`: one element of the field is such. */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'some'; readonly field: string; readonly part: Condition }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly field: string; readonly value: unknown };

const COMPARISONS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'nin', 'exists'] as const;
export type Comparison = (typeof COMPARISONS)[number];

interface AstNode {
  readonly operator: string;
  readonly field?: string;
  readonly value: unknown;
}

/**
 * The rows of `name` on which `ability` allows `action`.
 * @throws when a rule uses an operator that has no SQL form: a hole must not pass silently.
 */
export function conditionFor(ability: AppAbility, action: Action, name: SubjectName): Condition {
  const ast = rulesToAST(ability as AnyAbility, action, name) as AstNode | null;
  return ast === null ? { kind: 'none' } : fromAst(ast);
}

function fromAst(node: AstNode): Condition {
  if (node.operator === 'and' || node.operator === 'or') {
    const parts = (node.value as readonly AstNode[]).map(fromAst);
    if (parts.length === 0) return { kind: node.operator === 'and' ? 'all' : 'none' };
    return { kind: node.operator, parts };
  }
  if (node.operator === 'not') return { kind: 'not', part: fromAst((node.value as readonly [AstNode])[0]) };
  if (node.operator === 'elemMatch' && node.field !== undefined)
    return { kind: 'some', field: node.field, part: fromAst(node.value as AstNode) };
  const operator = COMPARISONS.find((known) => known === node.operator);
  if (operator === undefined || node.field === undefined)
    throw new Error(`rule operator ${node.operator} has no condition form`);
  return { kind: 'compare', operator, field: node.field, value: node.value };
}
