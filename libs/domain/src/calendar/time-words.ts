import type { Instant } from '../shared/instant.js';
import { readTimerText } from './timer-text.js';
import type { Span, TimerReading } from './timer-text.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A timer as people say it: `3 天`, `5 个工作日`, `每 6 个月一次`. A text that is computed is said to be so. */
export function timerWords(kind: TimerReading['kind'], text: string): string {
  const read = readTimerText(kind, text);
  if (!read.ok) return `按 ${text.trim()} 算出的时间`;
  const timer = read.value;
  if (timer.kind === 'duration') return spanWords(timer.span);
  if (timer.kind === 'date') return momentWords(timer.at);
  const times = timer.times === null ? '' : `，共 ${timer.times} 次`;
  const start = timer.start === null ? '' : `从 ${momentWords(timer.start)} 起`;
  const end = timer.end === null ? '' : `到 ${momentWords(timer.end)} 为止`;
  return `${start}${end}每 ${spanWords(timer.span)}一次${times}`;
}

function spanWords(span: Span): string {
  if (span.kind === 'workdays') {
    const { days, minutes } = span;
    return minutes === 24 * 60 ? `${days} 个工作日` : `${days} 个工作日（到当天 ${clock(minutes)}）`;
  }
  const { months, ms } = span;
  const parts = [
    months >= 12 ? `${Math.floor(months / 12)} 年` : '',
    months % 12 > 0 ? `${months % 12} 个月` : '',
    ms >= DAY_MS ? `${Math.floor(ms / DAY_MS)} 天` : '',
    ms % DAY_MS >= HOUR_MS ? `${Math.floor((ms % DAY_MS) / HOUR_MS)} 小时` : '',
    ms % HOUR_MS >= 60_000 ? `${Math.floor((ms % HOUR_MS) / 60_000)} 分钟` : '',
    ms % 60_000 > 0 ? `${(ms % 60_000) / 1000} 秒` : '',
  ].filter((part) => part !== '');
  return parts.join(' ') || '0 秒';
}

/** `2024年11月20日`, with the time of day where it is not midnight, in Shanghai. */
function momentWords(at: Instant): string {
  const civil = new Date(at + 8 * HOUR_MS);
  const minutes = civil.getUTCHours() * 60 + civil.getUTCMinutes();
  const day = `${civil.getUTCFullYear()}年${civil.getUTCMonth() + 1}月${civil.getUTCDate()}日`;
  return minutes === 0 ? day : `${day} ${clock(minutes)}`;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
