import type { FieldKind, KindName } from './field-kind.js';
import { choice } from './fields/choice.js';
import { date } from './fields/date.js';
import { files } from './fields/files.js';
import { number } from './fields/number.js';
import { person } from './fields/person.js';
import { text } from './fields/text.js';
import { unit } from './fields/unit.js';
import { yesNo } from './fields/yes-no.js';

/** Every kind but the table, which consists of them. */
export const cellKinds: Readonly<Record<Exclude<KindName, 'table'>, FieldKind>> = {
  text,
  number,
  yesNo,
  choice,
  date,
  person,
  unit,
  files,
};
