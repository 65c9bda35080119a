import type { Deadline, Milestone } from '../../plan/measure.js';
import type { Finding } from '../../shared/finding.js';
import type { CellPosition } from '../plan-reading.js';
import { splitOutsideBrackets } from '../split-outside-brackets.js';
import { ambiguousDay } from './ambiguous-day.js';
import type { ClauseRule } from './clause-rule.js';
import { continuation } from './continuation.js';
import { dated } from './dated.js';
import { DEFAULT_DEADLINE_POLICY } from './deadline-policy.js';
import type { DeadlinePolicy } from './deadline-policy.js';
import { ongoing } from './ongoing.js';
import { splitOpenTail } from './open-tail.js';
import { pioneers } from './pioneers.js';
import { sectorSplit } from './sector-split.js';

/** The grammar of 完成时限, in the order in which the rules are asked. */
const RULES: readonly ClauseRule[] = [ongoing, sectorSplit, pioneers, dated, ambiguousDay, continuation];

export interface ReadDeadline {
  readonly deadline: Deadline;
  readonly findings: readonly Finding[];
}

const CURE = '请在导入页面对照原文填写节点日期，或者改用「2024年12月底前……」这样的写法。';

/** Reads repaired text clause by clause. A clause that no rule reads is an error finding and brings no milestone. */
export function readDeadline(
  text: string,
  at?: CellPosition,
  policy: DeadlinePolicy = DEFAULT_DEADLINE_POLICY,
): ReadDeadline {
  const milestones: Milestone[] = [];
  const findings: Finding[] = [];
  let isOngoing = false;
  /** how many milestones the clause before brought: further words belong to all of them */
  let lastCount = 0;
  const report = (code: string, severity: Finding['severity'], message: string, cure: string): void =>
    void findings.push({ code, severity, message, cure, ...(at && { at }) });

  for (const clause of clausesOf(text)) {
    let reading: ReturnType<ClauseRule>;
    for (const rule of RULES) if ((reading = rule(clause, { milestones }, policy))) break;
    if (!reading) report('deadline-unknown', 'error', `读不懂完成时限中的「${clause}」，没有据此生成节点。`, CURE);
    else if ('unclear' in reading)
      report('deadline-unclear', 'error', `完成时限「${clause}」：${reading.unclear}，没有据此生成节点。`, CURE);
    else if ('ongoing' in reading) isOngoing = true;
    else if ('continues' in reading) {
      const last = milestones.splice(-lastCount);
      milestones.push(...last.map((m) => ({ ...m, requirement: [m.requirement, clause].filter(Boolean).join('，') })));
      report(
        'deadline-words-attached',
        'warning',
        `「${clause}」没有写日期，已并入前一个节点的要求。`,
        '请确认它与前一个节点同时完成。',
      );
    } else {
      milestones.push(...reading.milestones);
      lastCount = reading.milestones.length;
    }
  }
  if (milestones.length === 0 && !isOngoing && findings.length === 0)
    report('deadline-unknown', 'error', '完成时限是空的。', CURE);
  return { deadline: { text, milestones: withSharedRequirement(milestones), ongoing: isOngoing }, findings };
}

const clausesOf = (text: string): readonly string[] =>
  splitOutsideBrackets(text, (character) => '，。；'.includes(character)).flatMap(splitOpenTail);

/** 「公安等部门于X，其他单位于Y完成」 says what to do once, at the end. */
function withSharedRequirement(milestones: readonly Milestone[]): readonly Milestone[] {
  return milestones.map((milestone, index) => {
    const next = milestones[index + 1];
    return milestone.requirement === '' && milestone.sectors && next?.exceptSectors
      ? { ...milestone, requirement: next.requirement }
      : milestone;
  });
}
