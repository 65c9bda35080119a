import type { Json } from '@chengban/domain';
import { parse, parseDocument } from 'yaml';

/** YAML, and so JSON; a broken text reads as nothing. */
export function parseText(text: string): Json {
  try {
    return (parse(text) ?? null) as Json;
  } catch {
    return null;
  }
}

/** Where a text stops being YAML, in words; null when it is YAML. */
export function textProblem(text: string): string | null {
  const { errors } = parseDocument(text);
  const [first] = errors;
  if (first === undefined) return null;
  const line = first.linePos?.[0].line;
  return `${line === undefined ? '' : `第 ${line} 行`}读不懂，请检查缩进、冒号后的空格和括号是不是成对`;
}
