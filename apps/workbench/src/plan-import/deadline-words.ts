import { formatDay, type DeadlineReading, type Milestone } from '@chengban/web';

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

/** Why a reading cannot be kept yet, or null. */
export function deadlineProblem({ milestones, ongoing }: DeadlineReading): string | null {
  if (milestones.length === 0 && !ongoing) return '请至少填写一个时限，或勾选“持续推进”。';
  for (const [index, { due, yearly }] of milestones.entries()) {
    const fixed = due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due);
    const [month, day] = (yearly ?? '').split('-').map(Number);
    const recurring = /^\d{2}-\d{2}$/.test(yearly ?? '') && !!month && month <= 12 && !!day && day <= 31;
    if (!fixed && !recurring) return `请填写第 ${index + 1} 个时限的日期。`;
  }
  return null;
}
