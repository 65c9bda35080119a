import { referencedNames } from '../../../expressions/referenced-names.js';
import type { Json } from '../../../shared/json.js';
import type { Fact } from '../graph/graph.js';
import { root } from '../graph/writes.js';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `path operator value`, or its opposite: what two conditions can be held against each other by. */
export interface Literal {
  readonly path: string;
  readonly operator: Operator;
  readonly value: Json;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const LITERAL = new RegExp(
  String.raw`^(${NAME}(?:\s*\.\s*${NAME})*)\s*(=|!=|<=|>=|<|>)\s*("(?:[^"\\]*)"|-?\d+(?:\.\d+)?|true|false|null)$`,
  'u',
);
const BARE = new RegExp(String.raw`^(${NAME}(?:\s*\.\s*${NAME})*)$`, 'u');
const RESERVED = new Set(['true', 'false', 'null']);
const OPPOSITE: Record<Operator, Operator> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };

/** The comparison that a fact states; null when the condition is not that simple. */
export function literalOf({ text, holds }: Fact): Literal | null {
  const [, path, operator, value] = LITERAL.exec(text) ?? [];
  if (path !== undefined && value !== undefined) {
    const said = operator as Operator;
    return { path: path.replace(/\s/g, ''), operator: holds ? said : OPPOSITE[said], value: JSON.parse(value) as Json };
  }
  const [, name] = BARE.exec(text) ?? [];
  if (name === undefined || RESERVED.has(name)) return null;
  return { path: name.replace(/\s/g, ''), operator: '=', value: holds };
}

/** `not(…)`, a true `and`, a false `or` say something of their parts; everything else stands for itself. */
export function partsOf({ text, holds }: Fact): readonly Fact[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  const [, negated] = /^not\s*\(([^()]*)\)$/.exec(plain) ?? [];
  if (negated !== undefined) return partsOf({ text: negated, holds: !holds });
  const word = holds ? ' and ' : ' or ';
  const other = holds ? ' or ' : ' and ';
  const nested =
    /[([{]|\bif\b|\bsome\b|\bevery\b|\bfor\b|\bbetween\b/.test(plain) || quoted(plain, word) || plain.includes(other);
  if (!nested && plain.includes(word)) return plain.split(word).flatMap((part) => partsOf({ text: part, holds }));
  return [{ text: plain, holds }];
}

const quoted = (text: string, word: string): boolean =>
  [...text.matchAll(/"[^"]*"/g)].some(([string]) => string.includes(word));

const roots = new Map<string, readonly string[]>();

/** Root names of the variables that a condition reads. */
export function rootsOf(text: string): readonly string[] {
  let names = roots.get(text);
  if (names === undefined) {
    const literal = literalOf({ text, holds: true });
    names = literal ? [root(literal.path)] : referencedNames(text).variables.map(root);
    if (roots.size > 5_000) roots.clear();
    roots.set(text, names);
  }
  return names;
}
