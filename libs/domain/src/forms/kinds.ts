import { cellKinds } from './cell-kinds.js';
import type { FieldKind, KindName } from './field-kind.js';
import { table } from './fields/table.js';
import type { FieldUi, FormField } from './form.js';
import { kindNameOf } from './kind-of.js';

const kinds: Readonly<Record<KindName, FieldKind>> = { ...cellKinds, table };

export const kindOf = (field: FormField, ui: FieldUi): FieldKind => kinds[kindNameOf(field, ui)];
