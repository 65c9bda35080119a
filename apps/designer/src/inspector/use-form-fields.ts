import { createContext, useContext } from 'react';
import type { FormDefinition } from '@chengban/web';

/** The form that the flow's draft steps fill in; null while unknown or where the flow has none. */
export const FormContext = createContext<FormDefinition | null>(null);

export interface FormFieldChoice {
  name: string;
  title: string;
  type: 'string' | 'number' | 'boolean';
  /** the allowed answers of a choice */
  answers: { value: string | number; label: string }[];
}

export function useFormFields(): FormFieldChoice[] {
  const form = useContext(FormContext);
  return form ? fieldsOf(form) : [];
}

export function fieldsOf(form: FormDefinition): FormFieldChoice[] {
  return Object.entries(form.schema.properties).map(([name, schema]) => ({
    name,
    title: schema.title ?? name,
    type: schema.type === 'integer' ? 'number' : schema.type,
    answers: (schema.enum ?? []).map((value, index) => ({ value, label: schema.enumNames?.[index] ?? String(value) })),
  }));
}
