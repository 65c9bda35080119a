import { createContext, useContext } from 'react';
import type { FormDefinition, FormField } from '@chengban/web';

/** The form that the flow's draft steps fill in; null while unknown or where the flow has none. */
export const FormContext = createContext<FormDefinition | null>(null);

export interface FormFieldChoice {
  name: string;
  title: string;
  type: FormField['type'];
  /** the allowed answers of a choice */
  answers: { value: string; label: string }[];
}

export function useFormFields(): FormFieldChoice[] {
  const form = useContext(FormContext);
  return form ? fieldsOf(form) : [];
}

export function fieldsOf(form: FormDefinition): FormFieldChoice[] {
  return Object.entries(form.schema.properties).map(([name, field]) => ({
    name,
    title: field.title ?? name,
    type: field.type,
    answers: answersOf(field),
  }));
}

const answersOf = (field: FormField): FormFieldChoice['answers'] =>
  field.type === 'string'
    ? (field.enum ?? []).map((value, index) => ({ value, label: field.enumNames?.[index] ?? value }))
    : [];
