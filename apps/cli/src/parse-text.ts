import type { Json } from '@chengban/domain';
import { parse } from 'yaml';

/** YAML, and so JSON; a broken text reads as nothing. */
export function parseText(text: string): Json {
  try {
    return (parse(text) ?? null) as Json;
  } catch {
    return null;
  }
}
