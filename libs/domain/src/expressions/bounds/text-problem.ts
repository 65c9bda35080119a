import { MAX_BRACKETS, MAX_TEXT } from './limits.js';

/** What is wrong with a text before any parser sees it, in plain Chinese; null when nothing is. */
export function textProblem(text: string, most: number = MAX_TEXT): string | null {
  if (text.length > most) return `超过 ${most} 个字，请拆成几步来算`;
  if (text.trim() === '') return '是空的';
  return deepestBracket(text) > MAX_BRACKETS ? `括号嵌套超过 ${MAX_BRACKETS} 层，请拆成几步来算` : null;
}

/** Brackets inside a text literal do not count. */
function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if ('([{'.includes(char)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
  }
  return deepest;
}
