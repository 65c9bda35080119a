import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares with a file that is read in review. `UPDATE_GOLDEN=1` writes it anew; never in CI, where a missing or
 * different file must fail.
 */
export function expectGolden(file: string, text: string): void {
  const update = process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] !== 'true';
  if (update && (!existsSync(file) || readFileSync(file, 'utf8') !== text)) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `${file} is missing: run with UPDATE_GOLDEN=1`);
}
