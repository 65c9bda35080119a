import { SyntaxError as FeelSyntaxError, evaluate, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import { costOf } from './bounds/cost-of.js';
import { textProblem } from './bounds/text-problem.js';

/** A value of FEEL, which need not be JSON, or in plain Chinese why there is none. */
export type Computed =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'problem'; readonly message: string };

/** Steps that several evaluations may take together; each takes its own from it. */
export interface Budget {
  steps: number;
}

/** How a text is read and what it is called in a message. */
export interface Reading {
  readonly what: string;
  readonly tests: boolean;
  /** most characters, where fewer than for any expression */
  readonly most?: number;
}

export const EXPRESSION: Reading = { what: '表达式', tests: false };
/** A drawn condition fits on a line. */
export const CONDITION: Reading = { what: '条件', tests: false, most: 2_000 };
export const UNARY_TESTS: Reading = { what: '条件', tests: true };

/**
 * Evaluates a text over variables once its cost is known to be bounded; `?` is the value that unary tests ask about.
 * Never throws. The caller passes only what the text can read, see names-in-text.
 */
export function compute(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  reading: Reading,
  budget?: Budget,
): Computed {
  const unreadable = textProblem(text, reading.most);
  if (unreadable !== null) return problem(`${reading.what}${unreadable}`);
  try {
    const tree = (reading.tests ? parseUnaryTests : parseExpression)(text, variables, undefined);
    // a text that does not parse is refused by the interpreter, with the place, before it evaluates anything
    if (!tree.toString().includes(ERROR_NODE)) {
      const cost = costOf(tree.topNode, text, variables);
      if (cost.kind === 'refused') return problem(cost.message);
      if (budget !== undefined && cost.steps > budget.steps) return problem('计算量太大，请减少规则或缩小列表');
      if (budget !== undefined) budget.steps -= cost.steps;
    }
    return { kind: 'value', value: (reading.tests ? unaryTest : evaluate)(text, variables).value };
  } catch (error) {
    return problem(
      error instanceof FeelSyntaxError ? syntaxMessage(text, error, reading.what) : `${reading.what}无法计算`,
    );
  }
}

const problem = (message: string): Computed => ({ kind: 'problem', message });

/** The parser's name for what it could not read. */
const ERROR_NODE = '⚠';

function syntaxMessage(text: string, error: FeelSyntaxError, what: string): string {
  const { from, to } = error.position;
  if (text.slice(from).trim() === '') return `${what}没有写完`;
  return `${what}在“${text.slice(Math.max(0, from - 6), Math.max(to, from + 8)).trim()}”附近写错了`;
}
