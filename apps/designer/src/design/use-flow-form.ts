import type { Element } from 'bpmn-js/lib/model/Types';
import type { FormDefinition } from '@chengban/web';
import { useForms } from '../inspector/use-forms.js';
import { listOf, objectOf, textOf, type Moddle } from '../modeler/moddle.js';

/** The form that the drawing names, so that conditions can be chosen from its fields; null where it names none. */
export function useFlowForm(root: Element | undefined): FormDefinition | null {
  const forms = useForms();
  const key = root?.businessObject ? formKey(objectOf(root)) : '';
  return forms.find((form) => form.key === key) ?? null;
}

/** Of the process that is drawn, or of the first pool that has one. */
function formKey(root: Moddle): string {
  const processes = root.$instanceOf('bpmn:Collaboration')
    ? listOf(root, 'participants').map((pool) => pool.get('processRef') as Moddle | undefined)
    : [root];
  return (
    processes.map((one) => (one?.$instanceOf('bpmn:Process') ? textOf(one, 'chengban:form') : '')).find(Boolean) ?? ''
  );
}
