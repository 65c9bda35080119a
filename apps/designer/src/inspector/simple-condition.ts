/** The conditions that can be chosen without writing FEEL. Anything else is shown as text. */
export type SimpleCondition =
  | { kind: 'verdict'; verdict: 'approve' | 'return' }
  | { kind: 'form'; field: string; operator: Operator; value: string | number | boolean };

export const operators = {
  '=': '等于',
  '!=': '不等于',
  '>': '大于',
  '>=': '不小于',
  '<': '小于',
  '<=': '不大于',
} as const;
export type Operator = keyof typeof operators;

const VERDICT = /^verdict\s*=\s*"(approve|return)"$/;
const COMPARISON =
  /^form\.([\p{L}_][\p{L}\p{N}_]*)\s*(!=|>=|<=|=|>|<)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)$/u;

/** @returns null when the text is not one of the simple forms */
export function readSimple(text: string): SimpleCondition | null {
  const verdict = VERDICT.exec(text.trim())?.[1];
  if (verdict) return { kind: 'verdict', verdict: verdict as 'approve' | 'return' };
  const [, field, operator, literal] = COMPARISON.exec(text.trim()) ?? [];
  if (!field || !operator || !literal) return null;
  return {
    kind: 'form',
    field,
    operator: operator as Operator,
    value: JSON.parse(literal) as string | number | boolean,
  };
}

export function writeSimple(condition: SimpleCondition): string {
  if (condition.kind === 'verdict') return `verdict = "${condition.verdict}"`;
  return `form.${condition.field} ${condition.operator} ${JSON.stringify(condition.value)}`;
}

/** The condition in words, for lists and for the description of changes; text that is not simple is quoted. */
export function conditionInWords(text: string, titleOf: (field: string) => string = (field) => field): string {
  const simple = readSimple(text);
  if (!simple) return text.trim() === '' ? '没有条件' : `满足“${text.trim()}”`;
  if (simple.kind === 'verdict') return `上一环节意见是${simple.verdict === 'approve' ? '同意' : '退回'}`;
  return `${titleOf(simple.field)}${operators[simple.operator]}${wordOf(simple.value)}`;
}

const wordOf = (value: string | number | boolean): string =>
  typeof value === 'string' ? `“${value}”` : typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
