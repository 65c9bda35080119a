import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '../problems/problem.js';
import { CHINESE_MESSAGES } from './chinese-messages.js';
import { labelOf } from './label.js';

/** class-validator's tree of errors as a flat list with dotted paths and Chinese messages. */
export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const rule = mostTelling(Object.keys(error.constraints ?? {}));
    const own = rule === undefined ? [] : [{ field, message: sentence(error, rule, error.constraints?.[rule] ?? '') }];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/** Of several broken rules the first in our list: «应当是文字» says more than «最多 100 个字». */
function mostTelling(rules: readonly string[]): string | undefined {
  return Object.keys(CHINESE_MESSAGES).find((known) => rules.includes(known)) ?? rules[0];
}

/** A message the DTO wrote itself (in Chinese) stands; the library's English one is replaced by ours. */
function sentence(error: ValidationError, rule: string, message: string): string {
  if (/\p{Script=Han}/u.test(message.replaceAll(error.property, ''))) return message;
  const label = labelOf(error.target, error.property).slice(0, 60);
  if ((error.value === undefined || error.value === null) && rule !== 'whitelistValidation') return `请填写${label}`;
  const words = CHINESE_MESSAGES[rule] ?? (() => '填写有误');
  return `${label}${words(argumentsOf(error, rule))}`;
}

function argumentsOf(error: ValidationError, rule: string): readonly unknown[] {
  if (!error.target) return [];
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && (metadata.name ?? metadata.type) === rule);
  return found?.constraints ?? [];
}
