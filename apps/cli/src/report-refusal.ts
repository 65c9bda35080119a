import type { Refusal } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';

/** Says in Chinese on stderr why the input is of no use; with `json`, stdout gets `{"error": …}` for a program to read. */
export function reportRefusal({ code, message, cure }: Refusal, json: boolean): ExitCode {
  console.error([message, cure].filter(Boolean).join(''));
  if (json) console.log(JSON.stringify({ error: { code, message, ...(cure && { cure }) } }, null, 2));
  return EXIT.unusable;
}
