import { formatDay, type DeadlineReading, type Milestone } from '@chengban/web';

/** A deadline while it is being corrected: a milestone may still be without its day. */
export interface MilestoneEdit {
  due?: string;
  yearly?: string;
  requirement: string;
  sectors?: readonly string[];
  exceptSectors?: readonly string[];
}
export interface DeadlineEdit {
  milestones: readonly MilestoneEdit[];
  ongoing: boolean;
}

/** One milestone in words: when, who, what. */
export function milestoneWords({ due, yearly, sectors, exceptSectors, requirement }: Milestone): {
  when: string;
  who: string;
  what: string;
} {
  const [month, day] = (yearly ?? '').split('-').map(Number);
  const when = due ? formatDay(due) : `每年${month}月${day}日`;
  const who = sectors?.length ? sectors.join('、') : exceptSectors?.length ? `除${exceptSectors.join('、')}以外` : '';
  return { when, who, what: requirement };
}

/** The corrected deadline, or why it cannot be kept yet. */
export function checkedDeadline({
  milestones,
  ongoing,
}: DeadlineEdit): { deadline: Omit<DeadlineReading, 'text'> } | { problem: string } {
  if (milestones.length === 0 && !ongoing) return { problem: '请至少填写一个时限，或勾选“持续推进”。' };
  const checked = milestones.map(checkedMilestone);
  const missing = checked.indexOf(null);
  if (missing >= 0) return { problem: `请填写第 ${missing + 1} 个时限的日期。` };
  return { deadline: { milestones: checked.filter((one) => one !== null), ongoing } };
}

function checkedMilestone({ due, yearly, ...rest }: MilestoneEdit): Milestone | null {
  if (due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due)) return { ...rest, due };
  const [month = 0, day = 0] = (yearly ?? '').split('-').map(Number);
  if (yearly !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31) return { ...rest, yearly };
  return null;
}
