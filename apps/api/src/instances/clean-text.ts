import type { Json, JsonObject } from '@chengban/domain';

type WellFormed = string & { toWellFormed(): string };

/** Control characters other than tab and line breaks: PostgreSQL stores no NUL, and no reader sees the others. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** Text as it can be stored: no control characters, no half of a surrogate pair. */
export const cleanText = (text: string): string => (text as WellFormed).toWellFormed().replace(CONTROL, '');

/** The same for every text and key inside a value. */
function cleanJson(value: Json): Json {
  if (typeof value === 'string') return cleanText(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(cleanJson);
  return cleanObject(value as JsonObject);
}

export const cleanObject = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [cleanText(key), cleanJson(member)]));
