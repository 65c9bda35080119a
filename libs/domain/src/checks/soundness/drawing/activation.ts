import type { Condition } from '../../../bpmn/model.js';

const COMPARISON = /^\s*activationCount\s*(>=|>|=)\s*(\d+)\s*$/;

/** The usual activation condition, «so many tokens have come»; null for any other, which is then taken as free (§13.4.5). */
export function enoughFor(condition: Condition | null): ((count: number) => boolean) | null {
  const [, operator, digits] = COMPARISON.exec(condition?.text ?? '') ?? [];
  if (operator === undefined) return null;
  const number = Number(digits);
  if (operator === '>') return (count) => count > number;
  return operator === '=' ? (count) => count === number : (count) => count >= number;
}
