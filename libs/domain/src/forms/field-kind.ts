import type { CivilDate } from '../shared/instant.js';
import type { Finding } from '../shared/finding.js';
import type { Json } from '../shared/json.js';
import type { FieldAccess } from './form-access.js';
import type { FieldUi, FormField, Widget } from './form.js';

export type KindName = 'text' | 'number' | 'yesNo' | 'choice' | 'date' | 'person' | 'unit' | 'files' | 'table';

/** What a value is held against besides its field; what is absent is not checked. */
export interface FormSurroundings {
  /** in Asia/Shanghai */
  readonly today?: CivilDate;
  /** the deadline of what the form is filled in for */
  readonly due?: CivilDate;
  /** ids that exist */
  readonly persons?: ReadonlySet<string>;
  readonly units?: ReadonlySet<string>;
  readonly files?: ReadonlySet<string>;
}

/** A field with its place: `path` is its name, or `rows/2/amount` for a cell (rows from 0). */
export interface Asked {
  readonly path: string;
  /** how it is called in a message: `“金额”`, `“培训班次”第 3 行的“人数”` */
  readonly called: string;
  readonly field: FormField;
  readonly ui: FieldUi;
  readonly around: FormSurroundings;
  /** what may be written here; absent: everything, required as the form says */
  readonly access?: FieldAccess;
}

/** A field as its form defines it. */
export type Defined = Omit<Asked, 'around' | 'access'>;

/** What a form says of itself that cannot work; `path` as in {@link Asked}, `message` without the form's name. */
export interface FormProblem {
  readonly path: string;
  readonly message: string;
  readonly cure: string;
}

/** One type of field: how it may look, which values it takes, what its definition must say. One file per kind. */
export interface FieldKind {
  readonly name: KindName;
  readonly widgets: readonly Widget[];
  /** @param value not blank. An empty list means that it may be handed in */
  check(value: Json, asked: Asked): readonly Finding[];
  /** what is wrong with the definition of the field itself */
  problems(asked: Defined): readonly FormProblem[];
}

/** A finding of a value at its place. */
export const wrong = (code: string, path: string, message: string, cure: string): Finding => ({
  code,
  severity: 'error',
  message,
  cure,
  at: { property: path },
});

export const problem = (path: string, message: string, cure: string): FormProblem => ({ path, message, cure });

/** Nothing was filled in: what `required` is about. */
export const isBlank = (value: Json | undefined): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
