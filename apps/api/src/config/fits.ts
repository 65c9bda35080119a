import { ValidateBy } from 'class-validator';
import type { Settings } from './settings.js';

let count = 0;

/** A rule of one setting that looks at the others too. The value is always a text. */
export const Fits = (
  isFit: (text: string, all: Settings) => boolean,
  { message }: { message: string },
): PropertyDecorator =>
  ValidateBy(
    {
      name: `fits${count++}`,
      validator: {
        validate: (value: unknown, given) => typeof value === 'string' && isFit(value, given?.object as Settings),
        defaultMessage: () => message,
      },
    },
    { message },
  );
