import { useContext, useMemo } from 'react';
import { kindWord, outcomes, roles, type Role } from '@chengban/web';
import { FormContext, fieldsOf } from '../inspector/use-form-fields.js';
import { useHandlers } from '../inspector/use-handlers.js';
import { usePeople, useUnits } from '../inspector/use-people.js';
import type { Names } from './node-words.js';

/** The words that describe a drawing to people of this city. */
export function useNames(): Names {
  const { units } = useUnits();
  const { people } = usePeople(true);
  const { handlers } = useHandlers();
  const form = useContext(FormContext);
  return useMemo(() => {
    const fields = form ? fieldsOf(form) : [];
    return {
      unit: (id) => units.find((unit) => unit.id === id)?.name ?? id,
      person: (id) => people.find((person) => person.id === id)?.name ?? id,
      role: (key) => roles[key as Role] ?? key,
      outcome: (key) => outcomes[key]?.word ?? key,
      kind: kindWord,
      handler: (name) => handlers.find((handler) => handler.name === name)?.title ?? name,
      field: (name) => fields.find((field) => field.name === name)?.title ?? name,
    };
  }, [units, people, handlers, form]);
}
