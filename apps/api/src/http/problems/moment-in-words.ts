const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** «11月1日 09:30», on the clock of Shanghai. */
export function momentInWords(at: Date): string {
  const there = new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${Number(there.slice(5, 7))}月${Number(there.slice(8, 10))}日 ${there.slice(11, 16)}`;
}
