import { SCALAR, sized } from './bound.js';
import type { Bound } from './bound.js';

/** The bound of a call's result by those of its arguments; its steps without those of the arguments. */
export type FunctionBound = (args: readonly Bound[]) => Bound;

const total = (args: readonly Bound[]): number => args.reduce((sum, arg) => sum + arg.size, 1);
const widest = (args: readonly Bound[]): number =>
  args.reduce((most, arg) => Math.max(most, arg.span), Math.max(1, args.length));
/** A pass over everything is quick beside a step of the interpreter. */
const pass = (args: readonly Bound[]): number => 2 + total(args) / 10;

/** A number, a truth value, a date: nothing that can grow. */
const single: FunctionBound = (args) => ({ ...SCALAR, steps: pass(args) });

/** Made of what it was given: a part of it, its parts in another order, or all of it in one. */
const parts: FunctionBound = (args) => {
  const span = args.reduce((sum, arg) => sum + arg.span, 1 + args.length);
  const each = args.reduce((most, arg) => Math.max(most, arg.size), 1);
  return { ...sized(pass(args), total(args) + args.length, span), each };
};

const textOf =
  (growth: number): FunctionBound =>
  (args) =>
    sized(pass(args), total(args) * growth, 1);

/** Equal contexts are found by comparing each with each. */
const distinct: FunctionBound = (args) => ({ ...parts(args), steps: pass(args) + (widest(args) * total(args)) / 4 });

const joined: FunctionBound = ([list, delimiter]) =>
  sized(pass(list === undefined ? [] : [list]), (list?.size ?? 1) + (list?.count ?? 1) * (delimiter?.size ?? 1), 1);

const named = (names: readonly string[], bound: FunctionBound): [string, FunctionBound][] =>
  names.map((name) => [name.replaceAll(' ', ''), bound]);

/** Each member becomes a context of its own, with a `key` and a `value`. */
const entries: FunctionBound = (args) => ({ ...parts(args), size: total(args) * 12, each: total(args) * 12 });

/**
 * The functions of FEEL that an expression may call, by their name without spaces (DMN 1.5 §10.3.4). `matches`,
 * `replace`, `split`, `sort` and `list replace` are weighed where they are called.
 */
export const FUNCTIONS: ReadonlyMap<string, FunctionBound> = new Map([
  ...named(
    ['number', 'date', 'date and time', 'time', 'duration', 'years and months duration', 'now', 'today'],
    single,
  ),
  ...named(['not', 'string length', 'contains', 'starts with', 'ends with', 'list contains', 'count', 'min'], single),
  ...named(['max', 'sum', 'mean', 'all', 'any', 'product', 'median', 'stddev', 'decimal', 'floor', 'ceiling'], single),
  ...named(['abs', 'round up', 'round down', 'round half up', 'round half down', 'modulo', 'sqrt', 'log'], single),
  ...named(['exp', 'odd', 'even', 'is', 'before', 'after', 'meets', 'met by', 'overlaps', 'includes'], single),
  ...named(['day of year', 'day of week', 'month of year', 'week of year'], single),
  ...named(['substring', 'substring before', 'substring after'], textOf(1)),
  // ß becomes SS, and some letters three
  ...named(['upper case', 'lower case'], textOf(3)),
  // a number is one item, but up to 25 characters
  ...named(['string'], textOf(25)),
  ...named(['string join'], joined),
  ...named(['sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse', 'index of'], parts),
  ...named(['flatten', 'mode', 'get value', 'context', 'context merge', 'context put'], parts),
  ...named(['get entries'], entries),
  ...named(['union', 'distinct values'], distinct),
]);

/** Called with a pattern or a function, so weighed by what that is. */
export const WEIGHED_APART: ReadonlySet<string> = new Set(['matches', 'replace', 'split', 'sort', 'listreplace']);

/** Functions that FEEL has but this engine does not offer; a bare name of these is still no variable. */
const NOT_OFFERED: readonly string[] = [
  'overlapsbefore',
  'overlapsafter',
  'finishes',
  'finishedby',
  'during',
  'starts',
  'startedby',
  'coincides',
];

export const isFunctionName = (name: string): boolean =>
  FUNCTIONS.has(name) || WEIGHED_APART.has(name) || NOT_OFFERED.includes(name);
