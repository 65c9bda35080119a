import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '../problems/problem.js';
import { CHINESE_MESSAGES } from './chinese-messages.js';
import { labelOf } from './label.js';

/** class-validator's tree of errors as a flat list with dotted paths and Chinese messages. */
export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      message: sentence(error, rule, message),
    }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/** A message the DTO wrote itself (in Chinese) stands; the library's English one is replaced by ours. */
function sentence(error: ValidationError, rule: string, message: string): string {
  if (/\p{Script=Han}/u.test(message.replaceAll(error.property, ''))) return message;
  const words = CHINESE_MESSAGES[rule] ?? (() => '填写有误');
  // two empty or overlong values must not put 10,000 characters into the answer
  return `${labelOf(error.target, error.property).slice(0, 60)}${words(argumentsOf(error, rule))}`;
}

function argumentsOf(error: ValidationError, rule: string): readonly unknown[] {
  if (!error.target) return [];
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && (metadata.name ?? metadata.type) === rule);
  return found?.constraints ?? [];
}
