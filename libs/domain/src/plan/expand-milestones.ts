import { civilDate, daysInMonth, yearOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../shared/instant.js';
import type { Milestone } from './measure.js';
import type { Period } from './plan.js';

/** A milestone on one day of the calendar. */
export interface DatedMilestone {
  readonly milestone: Milestone;
  readonly dueOn: CivilDate;
}

/** `02-29` stands for the last day of February in every year. */
function inYear(yearly: string, year: number): CivilDate | undefined {
  const month = Number(yearly.slice(0, 2));
  const day = Number(yearly.slice(3, 5));
  if (!(month >= 1 && month <= 12)) return undefined;
  return civilDate(year, month, Math.min(day, daysInMonth(year, month)));
}

/** One-off milestones as they are; yearly ones once for every year in which their day lies inside the period. */
export function expandMilestones(milestones: readonly Milestone[], period: Period): readonly DatedMilestone[] {
  const dated: DatedMilestone[] = [];
  for (const milestone of milestones) {
    if (milestone.due !== undefined) {
      dated.push({ milestone, dueOn: milestone.due });
      continue;
    }
    for (let year = yearOf(period.from); year <= yearOf(period.to); year += 1) {
      const dueOn = inYear(milestone.yearly, year);
      if (dueOn !== undefined && dueOn >= period.from && dueOn <= period.to) dated.push({ milestone, dueOn });
    }
  }
  return dated;
}

/** The years whose progress an open tail reports: those after the last milestone, or all of the period when there is none. */
export function progressDays(dueDays: readonly CivilDate[], period: Period): readonly CivilDate[] {
  const last = dueDays.reduce((latest, day) => Math.max(latest, yearOf(day)), 0);
  const days: CivilDate[] = [];
  for (let year = Math.max(yearOf(period.from), last + 1); year <= yearOf(period.to); year += 1) {
    const day = `${year}-12-31`;
    if (day <= period.to && day >= period.from) days.push(day);
  }
  return days;
}
