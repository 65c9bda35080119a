import type { NotificationChoice, NotificationSettings } from '@chengban/web';

type Pace = NotificationChoice['inApp'];

/** The settings as the form holds them. */
export interface SettingsValues {
  email: string;
  digestAt: string;
  isQuiet: boolean;
  quietFrom: string;
  quietTo: string;
  urgentInQuiet: boolean;
  choices: Record<string, { inApp: Pace; mail: Pace }>;
}

export const valuesOf = (settings: NotificationSettings): SettingsValues => ({
  email: settings.email ?? '',
  digestAt: settings.digestAt,
  isQuiet: settings.quiet !== null,
  quietFrom: settings.quiet?.from ?? '22:00',
  quietTo: settings.quiet?.to ?? '07:30',
  urgentInQuiet: settings.urgentInQuiet,
  choices: Object.fromEntries(settings.categories.map(({ category, inApp, mail }) => [category, { inApp, mail }])),
});

/** What is not on screen (the times while there are no quiet hours) is missing in the form's values. */
export const bodyOf = ({ email, isQuiet, quietFrom, quietTo, choices, ...rest }: Partial<SettingsValues>): object => ({
  email: email?.trim() || null,
  digestAt: rest.digestAt,
  quiet: isQuiet ? { from: quietFrom, to: quietTo } : null,
  urgentInQuiet: rest.urgentInQuiet ?? true,
  categories: Object.entries(choices ?? {}).map(([category, choice]) => ({ category, ...choice })),
});
