export const durationUnits = { D: '天', H: '小时', M: '分钟' } as const;
export type DurationUnit = keyof typeof durationUnits;

export interface Duration {
  amount: number;
  unit: DurationUnit;
}

/** `P3D`, `PT12H`, `PT30M`: one number, one unit. @returns null for anything longer, which stays as text */
export function readDuration(text: string): Duration | null {
  const [, days, hours, minutes] = /^P(?:(\d{1,5})D|T(\d{1,5})H|T(\d{1,5})M)$/.exec(text.trim()) ?? [];
  if (days) return { amount: Number(days), unit: 'D' };
  if (hours) return { amount: Number(hours), unit: 'H' };
  return minutes ? { amount: Number(minutes), unit: 'M' } : null;
}

export const writeDuration = ({ amount, unit }: Duration): string =>
  unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;

export function durationInWords(text: string): string {
  const duration = readDuration(text);
  return duration ? `${duration.amount} ${durationUnits[duration.unit]}` : text;
}
