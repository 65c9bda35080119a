import { SyntaxError as FeelSyntaxError, evaluate } from 'feelin';
import type { Json, JsonObject } from '../shared/json.js';
import { operatorSlip } from './operator-slip.js';

/** What a condition says about a set of variables. Null, a number, a text are not answers: they are problems. */
export type Verdict =
  { readonly kind: 'true' } | { readonly kind: 'false' } | { readonly kind: 'problem'; readonly message: string };

/** Longest condition that is read, in characters; a drawn condition fits on a line. */
const MAX_CONDITION = 2_000;

const TRUE: Verdict = { kind: 'true' };
const FALSE: Verdict = { kind: 'false' };

/** Null when the text is a FEEL expression; else what is wrong with it, in plain Chinese. */
export function conditionProblem(text: string): string | null {
  if (text.trim() === '') return '条件是空的';
  if (text.length > MAX_CONDITION) return `条件超过 ${MAX_CONDITION} 个字`;
  try {
    evaluate(text, {});
  } catch (error) {
    if (error instanceof FeelSyntaxError) return syntaxMessage(text, error);
  }
  const slip = operatorSlip(text);
  return slip === null ? null : `“${slip}”不是 FEEL 的比较符，相等写一个“=”，不等写“!=”`;
}

/** Evaluates a condition (FEEL, DMN 1.5 §10.3). Never throws. */
export function decide(text: string, variables: JsonObject): Verdict {
  let value: unknown;
  try {
    value = evaluate(text, variables).value;
  } catch (error) {
    return { kind: 'problem', message: error instanceof FeelSyntaxError ? syntaxMessage(text, error) : '条件无法计算' };
  }
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  const empty = value === null || value === undefined;
  return { kind: 'problem', message: empty ? '条件算不出“是”或“否”，结果是空的' : '条件的结果不是“是”或“否”' };
}

function syntaxMessage(text: string, error: FeelSyntaxError): string {
  const { from, to } = error.position;
  if (text.slice(from).trim() === '') return '条件没有写完';
  return `条件在“${text.slice(Math.max(0, from - 6), Math.max(to, from + 8)).trim()}”附近写错了`;
}

/** What an expression gives, or in plain Chinese why it gives nothing. */
export type Calculated =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'problem'; readonly message: string };

/** Evaluates any FEEL expression to plain JSON. Never throws. */
export function calculate(text: string, variables: JsonObject): Calculated {
  try {
    return { kind: 'value', value: (evaluate(text, variables).value ?? null) as Json };
  } catch (error) {
    return { kind: 'problem', message: error instanceof FeelSyntaxError ? syntaxMessage(text, error) : '表达式无法计算' };
  }
}
