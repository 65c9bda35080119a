import type { Json, JsonObject } from '../shared/json.js';
import { isTable, uiOf } from './form.js';
import type { FieldSet, FieldSetUi, FormDefinition } from './form.js';
import { isObject, memberOf } from './json-shape.js';
import { kindNameOf } from './kind-of.js';

/** Ids that a form's data name. */
export interface References {
  readonly persons: readonly string[];
  readonly units: readonly string[];
  readonly files: readonly string[];
}

/** Everybody and everything that the data name by id, each once. */
export function referencesIn({ schema, ui }: Pick<FormDefinition, 'schema' | 'ui'>, data: JsonObject): References {
  const found = { person: new Set<string>(), unit: new Set<string>(), files: new Set<string>() };
  collect(schema, ui, data);
  return { persons: [...found.person], units: [...found.unit], files: [...found.files] };

  function collect(set: FieldSet, looks: FieldSetUi | undefined, values: JsonObject): void {
    for (const [name, field] of Object.entries(set.properties)) {
      const value = memberOf(values, name);
      const look = uiOf(looks, name);
      if (isTable(field)) for (const row of listOf(value).filter(isObject)) collect(field.items, look.columns, row);
      const kind = kindNameOf(field, look);
      if (kind === 'person' || kind === 'unit' || kind === 'files')
        for (const id of Array.isArray(value) ? listOf(value) : [value])
          if (typeof id === 'string' && id !== '') found[kind].add(id);
    }
  }
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Whether a form asks for people, units or files at all: then what is given must be looked up. */
export const namesAnything = ({ schema, ui }: Pick<FormDefinition, 'schema' | 'ui'>): boolean => namesIn(schema, ui);

function namesIn(set: FieldSet, looks: FieldSetUi | undefined): boolean {
  return Object.entries(set.properties).some(([name, field]) => {
    const look = uiOf(looks, name);
    if (isTable(field)) return namesIn(field.items, look.columns);
    const kind = kindNameOf(field, look);
    return kind === 'person' || kind === 'unit' || kind === 'files';
  });
}
