import { compute } from './compute.js';
import type { Computed, Reading } from './compute.js';
import { Lru } from './lru.js';
import { readable } from './names-in-text.js';

/** A text reads the clock, or might: its value is never remembered. */
const readsClock = (text: string): boolean => /\b(now|today)\b/.test(text);

/** Longest text of the values read that is worth a key, in characters. */
const MAX_KEY = 500;
/** What one text is remembered for; when it is asked for more, it begins anew. */
const MAX_VALUES = 20;

/** By the values read; null for a text that reads the clock. */
type Known = Map<string, Computed> | null;

/** About 20 MB at most, for each of the three ways of reading; hundreds of kilobytes with real flows. */
const memos = new Map<Reading, Lru<{ readonly byValues: Known }>>();

function knownOf(text: string, reading: Reading): Known {
  let memo = memos.get(reading);
  if (memo === undefined) memos.set(reading, (memo = new Lru(1_000, 1_000_000)));
  const entry = memo.get(text);
  if (entry !== undefined) return entry.byValues;
  const byValues: Known = readsClock(text) ? null : new Map();
  memo.set(text, { byValues });
  return byValues;
}

/**
 * As `compute`, over variables of which the text reads a part. What it gives depends on the text and that part alone,
 * so it is remembered by both where both are small, unless the text may read the clock or gives no scalar.
 */
export function remembered(text: string, variables: Readonly<Record<string, unknown>>, reading: Reading): Computed {
  const read = readable(text, variables);
  const known = knownOf(text, reading);
  const values = known === null ? null : smallJson(read);
  if (known === null || values === null) return compute(text, read, reading);
  const before = known.get(values);
  if (before !== undefined) return before;
  const computed = compute(text, read, reading);
  if (computed.kind === 'problem' || isScalar(computed.value)) {
    if (known.size >= MAX_VALUES) known.clear();
    known.set(values, computed);
  }
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
