import { compute } from './compute.js';
import type { Reading } from './compute.js';
import { Lru } from './lru.js';
import { operatorSlip } from './operator-slip.js';

const memo = new Lru<{ readonly problem: string | null }>(2_000, 1_000_000);

/** What can be said of a text as it is written, before there are variables. Null when nothing is wrong. */
export function writtenProblem(text: string, reading: Reading): string | null {
  const key = `${reading.what}\n${reading.tests ? 'tests' : 'value'}\n${text}`;
  const known = memo.get(key);
  if (known !== undefined) return known.problem;
  const problem = look(text, reading);
  memo.set(key, { problem });
  return problem;
}

function look(text: string, reading: Reading): string | null {
  const tried = compute(text, {}, reading);
  // without variables many an expression has no value, and a condition none that is true or false
  if (tried.kind === 'problem' && tried.message !== `${reading.what}无法计算`) return tried.message;
  const slip = reading.tests ? null : operatorSlip(text);
  return slip === null ? null : `“${slip}”不是 FEEL 的比较符，相等写一个“=”，不等写“!=”`;
}
