import { readDuration, writeDuration, durationInWords, type Duration } from './duration.js';

export type TimerKind = 'duration' | 'date' | 'cycle';

/** A timer as the drawing has it. */
export interface TimerText {
  kind: TimerKind;
  text: string;
}

/** A timer that can be chosen without writing ISO 8601. `times` null: again and again. */
export type TimerSetting =
  | { kind: 'duration'; span: Duration }
  | { kind: 'date'; date: string }
  | { kind: 'cycle'; span: Duration; times: number | null };

export const timerKinds: Readonly<Record<TimerKind, string>> = {
  duration: '过一段时间',
  date: '到某日',
  cycle: '每隔',
};

const CYCLE = /^R(-1|\d{0,4})\/([^/]+)$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** @returns null when the text is not one of the simple ones, among them expressions */
export function readTimer({ kind, text }: TimerText): TimerSetting | null {
  const trimmed = text.trim();
  if (kind === 'date') return DATE.test(trimmed) ? { kind, date: trimmed } : null;
  const [, count = '', rest = ''] = kind === 'cycle' ? (CYCLE.exec(trimmed) ?? []) : [null, '', trimmed];
  const span = readDuration(rest);
  if (!span) return null;
  return kind === 'duration'
    ? { kind, span }
    : { kind, span, times: count === '' || count === '-1' ? null : Number(count) };
}

export function writeTimer(setting: TimerSetting): TimerText {
  if (setting.kind === 'date') return { kind: 'date', text: setting.date };
  const span = writeDuration(setting.span);
  return setting.kind === 'duration'
    ? { kind: 'duration', text: span }
    : { kind: 'cycle', text: `R${setting.times ?? ''}/${span}` };
}

/** What a timer starts with when its kind is chosen; the stretch of time stays where there was one. */
export function startWith(kind: TimerKind, before: TimerSetting | null): TimerText {
  const span = before && 'span' in before ? before.span : ({ amount: 3, unit: 'D' } as const);
  if (kind === 'duration') return writeTimer({ kind, span });
  return kind === 'cycle' ? writeTimer({ kind, span, times: null }) : { kind, text: '' };
}

/** The timer in words, for the description of changes. */
export function timerInWords(timer: TimerText): string {
  const setting = readTimer(timer);
  if (!setting) return timer.text;
  if (setting.kind === 'date') return `到 ${setting.date.replace('T', ' ')}`;
  const span = durationInWords(writeDuration(setting.span));
  if (setting.kind === 'duration') return span;
  return setting.times === null ? `每隔 ${span}` : `每隔 ${span}，共 ${setting.times} 次`;
}
