import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, isFunction } from 'feelin';
import type { Json } from '../shared/json.js';

/** A value of FEEL as plain JSON, or in plain Chinese why it is none. */
export type PlainJson =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'problem'; readonly message: string };

/** Deepest list or context that is kept. */
const MAX_DEPTH = 500;
const NOTHING: PlainJson = { kind: 'value', value: null };

/** Dates, times and durations become their ISO 8601 text; a range, a function, an infinite number are problems. */
export function plainJson(value: unknown, depth = 0): PlainJson {
  if (depth > MAX_DEPTH) return problem(`结果嵌套超过 ${MAX_DEPTH} 层`);
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'boolean' || typeof value === 'string') return { kind: 'value', value };
  if (typeof value === 'number') {
    // JSON has no negative zero
    return Number.isFinite(value) ? { kind: 'value', value: value === 0 ? 0 : value } : problem('结果不是有限的数');
  }
  if (Array.isArray(value)) return plainList(value, depth + 1);
  if (isTemporal(value)) return { kind: 'value', value: value.toString() };
  if (value instanceof FeelRange) return problem('结果是一个范围，不是一个值');
  if (typeof value === 'function' || isFunction(value)) return problem('结果是一个函数，不是一个值');
  if (Object.getPrototypeOf(value) !== Object.prototype) return problem('结果不是可以保存的内容');
  return plainContext(value, depth + 1);
}

const isTemporal = (value: unknown): value is FeelDate | FeelTime | FeelDateTime | FeelDuration =>
  value instanceof FeelDate ||
  value instanceof FeelTime ||
  value instanceof FeelDateTime ||
  value instanceof FeelDuration;

const problem = (message: string): PlainJson => ({ kind: 'problem', message });

function plainList(list: readonly unknown[], depth: number): PlainJson {
  const items: Json[] = [];
  for (const each of list) {
    const item = plainJson(each, depth);
    if (item.kind === 'problem') return item;
    items.push(item.value);
  }
  return { kind: 'value', value: items };
}

function plainContext(context: object, depth: number): PlainJson {
  const members: [string, Json][] = [];
  for (const [name, each] of Object.entries(context)) {
    const member = plainJson(each, depth);
    if (member.kind === 'problem') return member;
    members.push([name, member.value]);
  }
  // fromEntries defines each member, so that one called __proto__ stays a member
  return { kind: 'value', value: Object.fromEntries(members) };
}
