import { compute } from './compute.js';
import type { Computed, Reading } from './compute.js';
import { Lru } from './lru.js';
import { readable } from './names-in-text.js';

/** A text reads the clock, or might: its value is never remembered. */
const readsClock = (text: string): boolean => /\b(now|today)\b/.test(text);

/** Longest text of the values read that is worth a key, in characters. */
const MAX_KEY = 500;
/** About 10 MB at most. */
const memo = new Lru<Computed>(20_000, 4_000_000);

/**
 * As `compute`, over variables of which the text reads a part. What it gives depends on the text and that part alone,
 * so it is remembered by both where both are small, unless the text may read the clock or gives no scalar.
 */
export function remembered(text: string, variables: Readonly<Record<string, unknown>>, reading: Reading): Computed {
  const read = readable(text, variables);
  const values = readsClock(text) ? null : smallJson(read);
  if (values === null) return compute(text, read, reading);
  const key = `${reading.what}\n${reading.tests ? 'tests' : 'value'}\n${text}\n${values}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const computed = compute(text, read, reading);
  if (computed.kind === 'problem' || isScalar(computed.value)) memo.set(key, computed);
  return computed;
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** The JSON of the values read; null when it is long, or when a value is not JSON and another might have its text. */
function smallJson(read: Readonly<Record<string, unknown>>): string | null {
  let room = MAX_KEY;
  const fits = (value: unknown): boolean => {
    room -= typeof value === 'string' ? value.length : 4;
    if (room < 0) return false;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (Array.isArray(value)) return value.every(fits);
    if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.entries(value).every(([name, each]) => ((room -= name.length), fits(each)));
  };
  return fits(read) ? JSON.stringify(read) : null;
}
