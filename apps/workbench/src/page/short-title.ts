const LONGEST = 40;

/** A measure's first clause, as the heading of a page: «（3）建立业务培训登记卡». The whole text stands below it. */
export function shortTitle(measureNo: number, measureText: string): string {
  const clause = /^.{6,}?(?=[，。；：,;:])/u.exec(measureText)?.[0] ?? measureText.replace(/。$/, '');
  const short = clause.length > LONGEST ? `${clause.slice(0, LONGEST)}…` : clause;
  return `（${measureNo}）${short}`;
}
