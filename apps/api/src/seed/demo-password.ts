import { randomInt } from 'node:crypto';

/** Without 0/o, 1/l/i: it is read from a screen and typed. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve random letters and digits in three groups, about 59 bits. */
export function demoPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
