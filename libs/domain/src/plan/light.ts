import { chineseDate, yearOf } from '../calendar/civil-date.js';
import type { Calendar } from '../calendar/calendar.js';
import { noticeCalendar } from '../calendar/notices.js';
import { addWorkdays, knowsHolidaysOf, workdaysBetween } from '../calendar/workdays.js';
import { assertNever } from '../shared/assert-never.js';
import { civilDateInShanghai, endOfDayInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';

export type ObligationStatus = 'pending' | 'drafting' | 'submitted' | 'returned' | 'closed';

/** All that a light depends on, apart from now. */
export interface ObligationFacts {
  readonly dueOn: CivilDate;
  readonly status: ObligationStatus;
  /** when the round was handed in that is under review, or that closed the obligation */
  readonly submittedAt?: Instant | null;
  /** when it was returned for the last time; needed while `status` is returned */
  readonly returnedAt?: Instant | null;
  /** when it was accepted or filed; needed while `status` is closed */
  readonly closedAt?: Instant | null;
}

/** 预警灯. `word` stands beside the colour always: a light is never colour alone. */
export interface Light {
  readonly colour: 'green' | 'yellow' | 'red' | 'grey';
  readonly word: '正常' | '临期' | '退回' | '审核中' | '逾期' | '逾期办结' | '办结';
  readonly reason: string;
}

/** Yellow begins when so many working days, or fewer, are left. */
export const NEAR_WORKDAYS = 7;

const STATUS_WORDS: Readonly<Record<Exclude<ObligationStatus, 'closed'>, string>> = {
  pending: '尚未开始填报',
  drafting: '正在填报',
  submitted: '已报送，等待审核',
  returned: '已退回，等待重新报送',
};

/**
 * 红黄绿: recomputable for any past moment from the facts of that moment. The due day counts to its 24:00 in Shanghai.
 * What counts as in time is the day of the accepted round, so a slow review never makes a unit late.
 */
export function light(facts: ObligationFacts, now: Instant, calendar: Calendar = noticeCalendar()): Light {
  const end = endOfDayInShanghai(facts.dueOn);
  switch (facts.status) {
    case 'closed':
      return closedLight(facts, end, now);
    case 'submitted':
      if (now >= end && facts.submittedAt != null && facts.submittedAt < end)
        return {
          colour: 'yellow',
          word: '审核中',
          reason: `已于${day(facts.submittedAt)}按期报送，完成时限${chineseDate(facts.dueOn)}已过，正在等待审核。`,
        };
      return openLight(facts, facts.status, end, now, calendar);
    case 'returned':
    case 'pending':
    case 'drafting':
      return openLight(facts, facts.status, end, now, calendar);
    default:
      return assertNever(facts.status);
  }
}

function closedLight(facts: ObligationFacts, end: Instant, now: Instant): Light {
  const handedIn = facts.submittedAt ?? facts.closedAt ?? now;
  const closed = day(facts.closedAt ?? handedIn);
  return handedIn < end
    ? { colour: 'grey', word: '办结', reason: `已于${closed}办结，未超过完成时限${chineseDate(facts.dueOn)}。` }
    : {
        colour: 'yellow',
        word: '逾期办结',
        reason: `已于${closed}办结，但${day(handedIn)}才报送，超过了完成时限${chineseDate(facts.dueOn)}。`,
      };
}

function openLight(
  facts: ObligationFacts,
  status: Exclude<ObligationStatus, 'closed'>,
  end: Instant,
  now: Instant,
  calendar: Calendar,
): Light {
  const today = civilDateInShanghai(now);
  const due = `完成时限${chineseDate(facts.dueOn)}`;
  const state = STATUS_WORDS[status];
  if (now >= end) return { colour: 'red', word: '逾期', reason: `${due}已过，${state}。` };
  const near = facts.dueOn <= addWorkdays(today, NEAR_WORKDAYS, calendar);
  const left = near
    ? `，还剩${workdaysBetween(today, facts.dueOn, calendar)}个工作日${calendarDoubt(facts.dueOn, calendar)}`
    : '';
  if (status === 'returned') {
    const when = facts.returnedAt == null ? '' : `于${day(facts.returnedAt)}`;
    return { colour: 'yellow', word: '退回', reason: `材料${when}被退回，请修改后重新报送；${due}${left}。` };
  }
  if (near) return { colour: 'yellow', word: '临期', reason: `${due}${left}，${state}。` };
  return { colour: 'green', word: '正常', reason: `${due}，剩余时间在${NEAR_WORKDAYS}个工作日以上，${state}。` };
}

const day = (instant: Instant): string => chineseDate(civilDateInShanghai(instant));

const calendarDoubt = (dueOn: CivilDate, calendar: Calendar): string =>
  knowsHolidaysOf(yearOf(dueOn), calendar) ? '' : `（${yearOf(dueOn)}年放假安排不在日历中，按周一至周五推算）`;
