import type { Finding } from '../../shared/finding.js';
import type { Json } from '../../shared/json.js';
import { problem, wrong } from '../field-kind.js';
import type { Asked, Defined, FormProblem } from '../field-kind.js';

/** Where a field of several says nothing: more would be a table. */
const DEFAULT_MAX_ITEMS = 200;

/** A list of different texts, as many as the field allows; then each one on its own. */
export function checkSeveral(
  value: Json,
  { path, called, field }: Asked,
  each: (item: string) => Finding | null,
): readonly Finding[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    return [wrong('field-type', path, `${called}的内容类型不对。`, '请重新填写这一项。')];
  const items = value as readonly string[];
  const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = field.type === 'array' ? field : {};
  if (items.length < minItems)
    return [wrong('field-too-few', path, `${called}至少要有 ${minItems} 个，现在是 ${items.length} 个。`, '请补充。')];
  if (items.length > maxItems)
    return [wrong('field-too-many', path, `${called}最多 ${maxItems} 个，现在是 ${items.length} 个。`, '请减少。')];
  if (new Set(items).size < items.length)
    return [wrong('field-twice', path, `${called}里有重复的。`, '请去掉重复的。')];
  return items.flatMap((item) => each(item) ?? []).slice(0, 1);
}

/** One text, or several where the field is a list. */
export const checkEach = (value: Json, asked: Asked, each: (item: string) => Finding | null): readonly Finding[] => {
  if (asked.field.type === 'array') return checkSeveral(value, asked, each);
  if (typeof value === 'string') return [each(value) ?? []].flat();
  return [wrong('field-type', asked.path, `${asked.called}的内容类型不对。`, '请重新填写这一项。')];
};

export function itemProblems({ path, called, field }: Defined): readonly FormProblem[] {
  if (field.type !== 'array') return [];
  const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = field;
  const counts = [minItems, maxItems].every((count) => Number.isInteger(count) && count >= 0);
  if (counts && minItems <= maxItems && maxItems > 0) return [];
  return [problem(path, `${called}的最少 minItems 和最多 maxItems 没有数目可以满足。`, '请改成合理的整数。')];
}
