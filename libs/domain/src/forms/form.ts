/** What every field may say of itself. */
interface Titled {
  readonly title?: string;
  readonly description?: string;
}

/** `person`, `unit` and `file`: the value is an id of the city's people, units or of the obligation's files. */
type TextFormat = 'date' | 'person' | 'unit' | 'file';

export interface TextField extends Titled {
  readonly type: 'string';
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly enumNames?: readonly string[];
  readonly format?: TextFormat;
  /** of a date: `YYYY-MM-DD`, or `today`, `tomorrow`, `due` (the deadline of what the form is filled in for) */
  readonly formatMinimum?: string;
  /** the day itself is not allowed */
  readonly formatExclusiveMinimum?: string;
  readonly formatMaximum?: string;
}

interface NumberField extends Titled {
  readonly type: 'number';
  readonly minimum?: number;
  readonly maximum?: number;
  /** 1, 0.1, 0.01 …: how many decimals a value may have */
  readonly multipleOf?: number;
}

interface YesNoField extends Titled {
  readonly type: 'boolean';
}

/** Several of the same: choices, files, people, units. */
export interface ListField extends Titled {
  readonly type: 'array';
  readonly items: TextField;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A table: each property of a row is a column. */
export interface TableField extends Titled {
  readonly type: 'array';
  readonly items: FieldSet;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** One field: the subset of JSON Schema that forms use. */
export type FormField = TextField | NumberField | YesNoField | ListField | TableField;

export interface FieldSet {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, FormField>>;
  readonly required?: readonly string[];
}

export type Widget = 'textarea' | 'text' | 'number' | 'choice' | 'date' | 'person' | 'unit' | 'files' | 'table';

/** How a field looks; nothing here decides what is valid, but that `date` makes a text a date (forms of old say so). */
export interface FieldUi {
  readonly widget?: Widget;
  /** of a number: 万元, 人次, 学时 … */
  readonly unit?: string;
  readonly placeholder?: string;
  /** of a column: its sum stands below the table */
  readonly sum?: boolean;
  /** of a table */
  readonly columns?: FieldSetUi;
}

/** `order` lists the fields as shown. */
export type FieldSetUi = { readonly order: readonly string[] } & Readonly<Record<string, FieldUi | readonly string[]>>;

/** A form as stored beside its flow (`form.json`). */
export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly schema: FieldSet;
  readonly ui: FieldSetUi;
  /** how many files may support a round, besides those that fields ask for */
  readonly evidence: { readonly min: number; readonly max: number };
}

/** The member of a table's row that tells it apart while rows are added and taken away; no column can be called so. */
export const ROW_KEY = '_row';

export const isTable = (field: FormField): field is TableField =>
  field.type === 'array' && field.items.type === 'object';

/** Whether the value is a list of ids or choices. */
export const isList = (field: FormField): field is ListField => field.type === 'array' && field.items.type === 'string';

export function uiOf(ui: FieldSetUi | undefined, name: string): FieldUi {
  const own = ui !== undefined && Object.hasOwn(ui, name) ? ui[name] : undefined;
  return own === undefined || Array.isArray(own) ? {} : (own as FieldUi);
}

export const titleOf = (name: string, field: FormField): string => field.title ?? name;

/** A field of the set, or undefined: names come from outside. */
export const fieldOf = ({ properties }: FieldSet, name: string): FormField | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;
