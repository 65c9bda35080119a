import { dateAndTime, duration, parseDate, parseTime } from 'feelin';
import { EXPRESSION, UNARY_TESTS, compute } from './compute.js';
import type { Budget, Computed } from './compute.js';
import { plainJson } from './plain-json.js';
import type { PlainJson } from './plain-json.js';
import { readable } from './names-in-text.js';
import { writtenProblem } from './written-problem.js';

type Variables = Readonly<Record<string, unknown>>;

/** `-` and an empty cell accept everything (DMN 1.5 §7.3.3, §10.3.1.2). */
const acceptsAll = (tests: string): boolean => ['', '-'].includes(tests.trim());

/** Null when the text is a list of unary tests; else what is wrong with it, in plain Chinese. */
export const testsProblem = (text: string): string | null =>
  acceptsAll(text) ? null : writtenProblem(text, UNARY_TESTS);

/** Whether an input passes the tests: true, or what FEEL gives else. The input is a value of FEEL, as `valueOf` gives it. */
export function passes(tests: string, input: unknown, variables: Variables, budget: Budget): Computed {
  if (acceptsAll(tests)) return { kind: 'value', value: true };
  return compute(tests, { ...readable(tests, variables), '?': input ?? null }, UNARY_TESTS, budget);
}

/** The value of an expression as FEEL has it, so that a date can be compared with dates. */
export const valueOf = (text: string, variables: Variables, budget: Budget): Computed =>
  compute(text, readable(text, variables), EXPRESSION, budget);

/** The value of an expression as JSON. */
export function jsonOf(text: string, variables: Variables, budget: Budget): PlainJson {
  const computed = valueOf(text, variables, budget);
  return computed.kind === 'problem' ? computed : plainJson(computed.value);
}

/** A text of a form as the type that a decision declares for it (DMN 1.5 §7.3.2); null when it is no such text. */
export function asType(value: unknown, type: string | null): unknown {
  if (typeof value !== 'string') return value;
  switch (type?.replace(/^.*:/, '')) {
    case 'date':
      return parseDate(value);
    case 'time':
      return parseTime(value);
    case 'dateTime':
    case 'date and time':
      return dateAndTime(value);
    case 'dayTimeDuration':
    case 'days and time duration':
    case 'yearMonthDuration':
    case 'years and months duration':
      return duration(value);
    default:
      return value;
  }
}
