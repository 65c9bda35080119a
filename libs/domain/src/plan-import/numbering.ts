/** The three levels number themselves in their own style; the separators vary from city to city. */
export type Level = 'keyTask' | 'workTask' | 'measure';

export interface Numbered {
  readonly no: number;
  readonly rest: string;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
const STYLES: Readonly<Record<Level, readonly RegExp[]>> = {
  keyTask: [new RegExp(`^[(（](${CHINESE})[)）]\\s*`, 'u'), new RegExp(`^(${CHINESE})\\s*[、.．]\\s*`, 'u')],
  workTask: [/^(\d{1,3})\s*[.．、](?!\d)\s*/u, /^[(（](\d{1,3})[)）]\s*/u],
  measure: [/^[(（](\d{1,3})[)）]\s*/u, /^(\d{1,3})\s*[.．、](?!\d)\s*/u, /^(\d{1,3})[)）]\s*/u],
};
const DIGITS = '零一二三四五六七八九';

/** 一 … 九十九; undefined for anything else. */
function chineseNumber(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!match || text === '') return undefined;
  const tens = match[2] ? (match[1] ? DIGITS.indexOf(match[1]) : 1) : 0;
  return tens * 10 + (match[3] ? DIGITS.indexOf(match[3]) : 0);
}

/** Splits 「(3) 建立…」 into 3 and 「建立…」; undefined when the cell does not begin with a number of its level's style. */
export function readNumber(text: string, level: Level): Numbered | undefined {
  for (const style of STYLES[level]) {
    const [prefix, digits] = style.exec(text) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const no = level === 'keyTask' ? chineseNumber(digits) : Number(digits);
    if (no !== undefined && no > 0) return { no, rest: text.slice(prefix.length) };
  }
  return undefined;
}
