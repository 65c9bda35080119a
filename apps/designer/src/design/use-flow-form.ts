import type { Element } from 'bpmn-js/lib/model/Types';
import type { FormDefinition } from '@chengban/web';
import { useForms } from '../inspector/use-forms.js';
import { objectOf, textOf } from '../modeler/moddle.js';

/** The form that the drawing names, so that conditions can be chosen from its fields; null where it names none. */
export function useFlowForm(process: Element | undefined): FormDefinition | null {
  const forms = useForms();
  const key = process?.businessObject ? textOf(objectOf(process), 'chengban:form') : '';
  return forms.find((form) => form.key === key) ?? null;
}
