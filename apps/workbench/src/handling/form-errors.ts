import type { FormInstance } from 'antd';
import { showFieldErrors, type FormDefinition } from '@chengban/web';

type FieldError = { field: string; message: string };

/** Shows the server's refusals where they belong: under their fields, or at the files. `any` tells whether one found its place. */
export function showFormErrors(
  form: FormInstance,
  definition: FormDefinition,
  errors: readonly FieldError[],
): { ofFiles: string | null; any: boolean } {
  const ofFiles = errors.filter((error) => error.field.startsWith('evidence'));
  const ofFields = errors.filter((error) => !ofFiles.includes(error));
  const homeless = showFieldErrors(form, definition, ofFields);
  return { ofFiles: ofFiles[0]?.message ?? null, any: errors.length > homeless.length };
}
