/** `YYYY-MM-DD` → `2024年12月31日`. */
export function formatDay(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '');
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : '—';
}

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant → `2024-12-31 09:05` on the clock of Shanghai, wherever the browser stands. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return '—';
  const parts = Object.fromEntries(shanghai.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** An instant → `09:05` on the clock of Shanghai. */
export const formatClock = (instant: string): string => formatInstant(instant).slice(11);

/** Bytes → `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
