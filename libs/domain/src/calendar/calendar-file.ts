import type { CivilDate } from '../shared/instant.js';
import type { Finding } from '../shared/finding.js';
import type { Json, JsonObject } from '../shared/json.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import { calendarOf } from './calendar.js';
import type { Calendar, ExceptionalDay } from './calendar.js';
import { addDays, daysBetween, isCivilDate, yearOf } from './civil-date.js';
import { noticeCalendar } from './notices.js';

/** Longest run of days in one entry: no holiday lasts longer, so a longer one is a slip in a year. */
const LONGEST_RUN = 31;
const MOST_ENTRIES = 2_000;

/**
 * A city's own calendar over the yearly notices: `{ holidays: […], workdays: […] }`, entries `2027-01-01` or
 * `2027-02-05/2027-02-11`. Its days win over the notices', so a new notice is entered without a new release and without
 * the internet. A year with a holiday in it counts as known.
 */
export function readCalendar(value: Json, base: Calendar = noticeCalendar()): Result<Calendar, readonly Finding[]> {
  const findings: Finding[] = [];
  if (!isObject(value)) return fail([wrong('工作日历不是一个对象', 'calendar')]);
  for (const name of Object.keys(value)) {
    if (name !== 'holidays' && name !== 'workdays')
      findings.push(wrong(`工作日历里没有“${name.slice(0, 20)}”这一项`, name));
  }
  const holidays = daysOf(value, 'holidays', findings);
  const workdays = daysOf(value, 'workdays', findings);
  for (const day of workdays.filter((each) => holidays.includes(each))) {
    findings.push(wrong(`${day} 既写成放假又写成上班`, 'workdays'));
  }
  if (findings.length > 0) return fail(findings);
  const own: ExceptionalDay[] = [
    ...holidays.map((day) => ({ day, work: false })),
    ...workdays.map((day) => ({ day, work: true })),
  ];
  return ok(calendarOf([...base.exceptions, ...own], [...base.years, ...holidays.map(yearOf)]));
}

function daysOf(value: JsonObject, name: 'holidays' | 'workdays', findings: Finding[]): readonly CivilDate[] {
  const list = value[name] ?? [];
  if (!Array.isArray(list) || list.length > MOST_ENTRIES) {
    findings.push(wrong(`${name} 不是一个列表，或者超过 ${MOST_ENTRIES} 条`, name));
    return [];
  }
  return list.flatMap((entry: Json) => {
    const days = typeof entry === 'string' ? run(entry) : null;
    if (days === null) findings.push(wrong(`${name} 里的“${String(entry).slice(0, 30)}”不是日期`, name));
    return days ?? [];
  });
}

/** The days of one entry; null when it is no day and no run of days. */
function run(entry: string): readonly CivilDate[] | null {
  const [first = '', last = first, ...more] = entry.split('/').map((part) => part.trim());
  if (more.length > 0 || !isCivilDate(first) || !isCivilDate(last)) return null;
  const length = daysBetween(first, last) + 1;
  return length < 1 || length > LONGEST_RUN ? null : Array.from({ length }, (_, at) => addDays(first, at));
}

const wrong = (message: string, property: string): Finding => ({
  code: 'bad-calendar',
  severity: 'error',
  message: `${message}。`,
  cure: `写法是 holidays: [2027-01-01, 2027-02-05/2027-02-11] 和 workdays: [2027-02-14]，一条最多 ${LONGEST_RUN} 天。`,
  at: { property },
});

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
