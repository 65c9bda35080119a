import { MAX_PATTERN, TooCostly } from './limits.js';

interface Group {
  /** something in it may match in several ways: it repeats, is optional, or is one of several */
  loose: boolean;
  branches: number;
}

/** Most that a `{n,m}` may ask for. */
const MAX_REPEAT = 1_000;

/**
 * Steps that a backtracking matcher takes at most over so many characters. What may match in several ways must not
 * itself be repeated, so the steps are a power of the length and not an exponential.
 * @throws TooCostly for a pattern that is none of this kind
 */
export function patternCost(pattern: string, length: number, flags = ''): number {
  if (pattern.length > MAX_PATTERN) throw new TooCostly(`正则表达式超过 ${MAX_PATTERN} 个字，请写短一些`);
  const groups: Group[] = [{ loose: false, branches: 1 }];
  let last: Group | null = null;
  let loops = 0;
  let ways = 1;
  for (let at = 0; at < pattern.length;) {
    const top = groups.at(-1) as Group;
    const char = pattern[at];
    if (char === '(') {
      at = afterOpening(pattern, at);
      groups.push({ loose: false, branches: 1 });
    } else if (char === ')' && groups.length > 1) {
      last = groups.pop() as Group;
      last.loose ||= last.branches > 1;
      ways *= last.branches;
      (groups.at(-1) as Group).loose ||= last.loose;
      at++;
    } else if (char === '|') {
      top.branches++;
      at++;
    } else if (isQuantifier(pattern, at)) {
      const { most, fixed, end } = quantifier(pattern, at);
      if (most > 1 && last?.loose === true) throw backtracks(pattern);
      if (most > 1 && !fixed) loops++;
      if (most === 1) ways *= 2;
      top.loose ||= !fixed;
      at = pattern[end] === '?' ? end + 1 : end;
    } else {
      last = null;
      at = afterAtom(pattern, at);
    }
  }
  ways *= (groups[0] as Group).branches;
  // anchored, it is tried at one place only
  const starts = pattern.startsWith('^') && !pattern.includes('|') && !flags.includes('m') ? 0 : 1;
  return ((length + 1) ** (loops + starts) * ways * pattern.length) / 50;
}

const backtracks = (pattern: string): TooCostly =>
  new TooCostly(`正则表达式“${pattern.slice(0, 40)}”会反复试算，请写简单些：重复的括号里不要再用 +、*、? 或 |`);

function afterOpening(pattern: string, at: number): number {
  if (pattern[at + 1] !== '?') return at + 1;
  if (pattern[at + 2] === ':') return at + 3;
  throw new TooCostly(`正则表达式“${pattern.slice(0, 40)}”用了 (?…)，请改成普通的括号`);
}

const isQuantifier = (pattern: string, at: number): boolean =>
  '*+?'.includes(pattern.charAt(at)) || (pattern[at] === '{' && /^\{\d+(,\d*)?\}/.test(pattern.slice(at)));

function quantifier(
  pattern: string,
  at: number,
): { readonly most: number; readonly fixed: boolean; readonly end: number } {
  const char = pattern[at];
  if (char === '?') return { most: 1, fixed: false, end: at + 1 };
  if (char !== '{') return { most: Infinity, fixed: false, end: at + 1 };
  const end = pattern.indexOf('}', at) + 1;
  const [least, most] = pattern.slice(at + 1, end - 1).split(',') as [string, string?];
  if (Math.max(Number(least), Number(most ?? 0)) > MAX_REPEAT) {
    throw new TooCostly(`正则表达式里重复的次数超过 ${MAX_REPEAT}，请写小一些`);
  }
  return { most: most === '' ? Infinity : Number(most ?? least), fixed: most === undefined, end };
}

/** Behind a character, an escape or a class of characters. */
function afterAtom(pattern: string, at: number): number {
  if (pattern[at] === '\\') {
    if (/[1-9k]/.test(pattern.charAt(at + 1))) {
      throw new TooCostly(`正则表达式“${pattern.slice(0, 40)}”引用了前面的括号，请不要用 \\1 这样的写法`);
    }
    const named = /^\\[pPu]\{[^}]*\}/.exec(pattern.slice(at));
    return at + (named?.[0].length ?? 2);
  }
  if (pattern[at] !== '[') return at + 1;
  for (let end = at + 1; end < pattern.length; end++) {
    if (pattern[end] === '\\') end++;
    else if (pattern[end] === ']') return end + 1;
  }
  return pattern.length;
}
