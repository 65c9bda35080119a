import { useMemo } from 'react';
import type { CheckContext } from '@chengban/domain';
import { roles, type FormDefinition } from '@chengban/web';
import { useFlows } from '../flows/use-flows.js';
import { useHandlers } from '../inspector/use-handlers.js';
import { usePeople, useUnits } from '../inspector/use-people.js';

/** What the server knows besides the drawing, as far as it has come: what is not there yet is not checked. */
export function useSurroundings(form: FormDefinition | null): CheckContext {
  const handlers = useHandlers();
  const flows = useFlows().data;
  const units = useUnits();
  const persons = usePeople(true);
  return useMemo(
    () => ({
      ...(form && { form }),
      ...(!handlers.isPending && {
        handlers: handlers.handlers.map(({ name }) => name),
        handlerNeeds: Object.fromEntries(handlers.handlers.map(({ name, needs }) => [name, needs])),
      }),
      ...(flows && { flows: flows.filter((flow) => flow.publishedVersion !== null).map(({ key }) => key) }),
      ...(units.units.length > 0 &&
        persons.people.length > 0 && {
          people: {
            units: units.units.map(({ id }) => id),
            roles: Object.keys(roles),
            persons: persons.people.map(({ id }) => id),
          },
        }),
    }),
    [form, handlers.isPending, handlers.handlers, flows, units.units, persons.people],
  );
}
