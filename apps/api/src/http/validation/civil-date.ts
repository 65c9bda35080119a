import { isCivilDate } from '@chengban/domain';
import { ValidateBy } from 'class-validator';

/** A day that exists, `YYYY-MM-DD`. */
export const IsCivilDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDateString',
    validator: { validate: (value: unknown) => typeof value === 'string' && isCivilDate(value) },
  });

/** A day of every year, `MM-DD`; 02-29 means the last day of February. */
export const IsYearlyDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isYearlyDay',
    validator: { validate: (value: unknown) => typeof value === 'string' && isCivilDate(`2024-${value}`) },
  });
