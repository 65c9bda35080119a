import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Decision, Decisions } from './decision.js';

/** The decision of a file that a key means: the one with that id or name, else the only one that no other requires. */
export function decisionNamed(decisions: Decisions, key: string): Result<Decision, string> {
  const all = [...decisions.values()];
  const named = decisions.get(key) ?? all.find(({ name }) => name === key);
  if (named !== undefined) return ok(named);
  const required = new Set(all.flatMap(({ requires }) => requires));
  const [top, ...others] = all.filter(({ id }) => !required.has(id));
  if (top !== undefined && others.length === 0) return ok(top);
  return fail(`文件里有几个决策，看不出用哪一个，请把其中一个的编号改成“${key.slice(0, 60)}”`);
}
