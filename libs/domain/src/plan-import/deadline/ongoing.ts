import type { ClauseRule } from './clause-rule.js';

const ONGOING = /^并?(?:持续|长期|常态化)(?:推进|坚持|开展|实施|落实|巩固|深化|抓好)$/u;

/** 持续推进, 长期推进: no day, an open tail. */
export const ongoing: ClauseRule = (clause) => (ONGOING.test(clause) ? { ongoing: true } : undefined);
