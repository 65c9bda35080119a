import { useContext, useMemo } from 'react';
import { FormContext, fieldsOf } from '../inspector/use-form-fields.js';
import { usePeople, useUnits } from '../inspector/use-people.js';
import type { Names } from './node-words.js';

/** Units, people and form fields by their names; an id that is unknown stays an id. */
export function useNames(): Names {
  const { units } = useUnits();
  const { people } = usePeople(true);
  const form = useContext(FormContext);
  return useMemo(() => {
    const fields = form ? fieldsOf(form) : [];
    return {
      unit: (id) => units.find((unit) => unit.id === id)?.name ?? id,
      person: (id) => people.find((person) => person.id === id)?.name ?? id,
      field: (name) => fields.find((field) => field.name === name)?.title ?? name,
    };
  }, [units, people, form]);
}
