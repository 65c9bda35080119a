import { readWorkdaySpan, writeWorkdaySpan } from '@chengban/domain';

export const durationUnits = { D: '天', BD: '个工作日', H: '小时', M: '分钟' } as const;
export type DurationUnit = keyof typeof durationUnits;

export interface Duration {
  amount: number;
  unit: DurationUnit;
}

const END_OF_DAY = 24 * 60;

/**
 * `P3D`, `PT12H`, `PT30M`, `P5BD` or `5个工作日`: one number, one unit.
 * @returns null for anything longer, which stays as text
 */
export function readDuration(text: string): Duration | null {
  const workdays = readWorkdaySpan(text);
  if (workdays) return workdays.minutes === END_OF_DAY ? { amount: workdays.days, unit: 'BD' } : null;
  const [, days, hours, minutes] = /^P(?:(\d{1,5})D|T(\d{1,5})H|T(\d{1,5})M)$/.exec(text.trim()) ?? [];
  if (days) return { amount: Number(days), unit: 'D' };
  if (hours) return { amount: Number(hours), unit: 'H' };
  return minutes ? { amount: Number(minutes), unit: 'M' } : null;
}

export function writeDuration({ amount, unit }: Duration): string {
  if (unit === 'BD') return writeWorkdaySpan({ days: amount, minutes: END_OF_DAY });
  return unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;
}

export function durationInWords(text: string): string {
  const duration = readDuration(text);
  return duration ? `${duration.amount} ${durationUnits[duration.unit]}` : text;
}
