import type { JsonObject } from '../shared/json.js';
import { CONDITION, EXPRESSION } from './compute.js';
import { plainJson } from './plain-json.js';
import type { PlainJson } from './plain-json.js';
import { remembered } from './remembered.js';
import { writtenProblem } from './written-problem.js';

/** What a condition says about a set of variables. Null, a number, a text are not answers: they are problems. */
export type Verdict =
  { readonly kind: 'true' } | { readonly kind: 'false' } | { readonly kind: 'problem'; readonly message: string };

const TRUE: Verdict = { kind: 'true' };
const FALSE: Verdict = { kind: 'false' };

/** Null when the text is a FEEL expression that may be tried; else what is wrong with it, in plain Chinese. */
export function conditionProblem(text: string): string | null {
  return writtenProblem(text, CONDITION);
}

/** As `conditionProblem`, for an expression that gives any value. */
export function expressionProblem(text: string): string | null {
  return writtenProblem(text, EXPRESSION);
}

/** Evaluates a condition (FEEL, DMN 1.5 §10.3). Never throws. */
export function decide(text: string, variables: JsonObject): Verdict {
  const computed = remembered(text, variables, CONDITION);
  if (computed.kind === 'problem') return computed;
  const { value } = computed;
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  const empty = value === null || value === undefined;
  return { kind: 'problem', message: empty ? '条件算不出“是”或“否”，结果是空的' : '条件的结果不是“是”或“否”' };
}

/** What an expression gives, or in plain Chinese why it gives nothing. */
export type Calculated = PlainJson;

/** Evaluates any FEEL expression to plain JSON; dates, times and durations become ISO 8601 text. Never throws. */
export function calculate(text: string, variables: JsonObject): Calculated {
  const computed = remembered(text, variables, EXPRESSION);
  return computed.kind === 'problem' ? computed : plainJson(computed.value);
}
