import type { ClauseRule } from './clause-rule.js';

/** words by which a clause would speak of time or of some units only, and so needs a rule of its own */
const SPEAKS_OF_TIME = /[每月季年日旬周]|适时|及时|尽快|定期|立即|同步|前完成|部门|单位|持续|长期|逐步|期间/u;

/** 「…前完成自查，形成报告」: further words of the milestone before, with no day of their own. */
export const continuation: ClauseRule = (clause, before) =>
  before.milestones.length > 0 && !SPEAKS_OF_TIME.test(clause) ? { continues: clause } : undefined;
