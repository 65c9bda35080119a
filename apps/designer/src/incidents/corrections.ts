import type { JsonObject } from '@chengban/domain';

/** How the value of a row is meant. */
export const valueKinds = { text: '文字', number: '数字', boolean: '是或否' } as const;
export type ValueKind = keyof typeof valueKinds;

export interface CorrectionRow {
  name: string;
  kind: ValueKind;
  value: string;
}

/** What is sent with a retry, or what is wrong with it, row by row (`null` for a row that is right). */
export type Corrections = { ok: true; variables: JsonObject } | { ok: false; problems: readonly (string | null)[] };

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Names that would change what an object is instead of what it holds. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

export const emptyRow: CorrectionRow = { name: '', kind: 'text', value: '' };

/** Rows that nobody filled in are left out. */
export function readRows(rows: readonly CorrectionRow[]): Corrections {
  const filled = rows.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
  const problems = rows.map((row) => (filled.includes(row) ? problemOf(row, filled) : null));
  if (problems.some((problem) => problem !== null)) return { ok: false, problems };
  return { ok: true, variables: Object.fromEntries(filled.map((row) => [row.name.trim(), valueOf(row)])) };
}

/** An object as JSON text; an empty text gives nothing. */
export function readJson(text: string): Corrections {
  const wrong = (problem: string): Corrections => ({ ok: false, problems: [problem] });
  if (text.trim() === '') return { ok: true, variables: {} };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('这不是 JSON。请检查引号、逗号和括号是否成对，例如 {"amount": 120}。');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong('请写成一组名称和值，用大括号括起来，例如 {"amount": 120}。');
  const bad = Object.keys(value).find((name) => !isName(name));
  return bad === undefined ? { ok: true, variables: value as JsonObject } : wrong(badName(bad));
}

/** The rows as text, for going over to JSON without typing anything again. */
export function asJson(rows: readonly CorrectionRow[]): string {
  const read = readRows(rows);
  return read.ok && Object.keys(read.variables).length > 0 ? JSON.stringify(read.variables, null, 2) : '';
}

function problemOf({ name, kind, value }: CorrectionRow, rows: readonly CorrectionRow[]): string | null {
  const key = name.trim();
  if (key === '') return '请填写这一项的名称。';
  if (!isName(key)) return badName(key);
  if (rows.filter((row) => row.name.trim() === key).length > 1) return `“${key}”写了两次，请只留一项。`;
  if (kind === 'number' && (value.trim() === '' || !Number.isFinite(Number(value))))
    return `“${key}”应当是数字，例如 120 或 0.5。`;
  if (kind === 'boolean' && value !== 'true' && value !== 'false') return `请选择“${key}”是或者否。`;
  return null;
}

const isName = (name: string): boolean => NAME.test(name) && !RESERVED.includes(name);
const badName = (name: string): string => `“${name}”不能用作名称：请用文字或字母开头，只用文字、字母、数字和下划线。`;

const valueOf = ({ kind, value }: CorrectionRow): string | number | boolean =>
  kind === 'number' ? Number(value) : kind === 'boolean' ? value === 'true' : value;
