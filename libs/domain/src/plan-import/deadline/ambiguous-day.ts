import type { ClauseRule } from './clause-rule.js';

const BARE_MONTH = /^(?:于|在)?((?:\d{4}年|每年)\d{1,2}月)(?:之前|以前|前)/u;
const NO_YEAR = /^(?:于|在)?(\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?(?:之前|以前|前))/u;

/** Day phrases that people write and that have two readings: they are named, not guessed. */
export const ambiguousDay: ClauseRule = (clause) => {
  const bare = BARE_MONTH.exec(clause);
  if (bare) return { unclear: `「${bare[1]}前」可能指上月底，也可能指当月底` };
  const noYear = NO_YEAR.exec(clause);
  return noYear ? { unclear: `「${noYear[1]}」没有写年份` } : undefined;
};
