const LONGEST = 40;

/** A measure's first clause, as the heading of a page: «（3）建立业务培训登记卡». The whole text stands below it. */
export function shortTitle(measureNo: number, measureText: string): string {
  const clause = /^.{6,}?(?=[，。；：,;:])/u.exec(measureText)?.[0] ?? measureText.replace(/。$/, '');
  const short = clause.length > LONGEST ? `${clause.slice(0, LONGEST)}…` : clause;
  return `（${measureNo}）${short}`;
}

interface Titled {
  readonly measureNo: number;
  readonly measureText: string;
  readonly beside: string | null;
}

/** The same; what runs beside the obligation's own flow says first what it is: «延期申请：（3）建立业务培训登记卡». */
export const besideTitle = ({ measureNo, measureText, beside }: Titled): string =>
  `${beside === null ? '' : `${beside}：`}${shortTitle(measureNo, measureText)}`;
