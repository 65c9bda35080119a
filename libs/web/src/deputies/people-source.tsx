import { useMemo, type ReactNode } from 'react';
import { useApi } from '../api/api-context';
import type { FoundPerson } from '../api/types';
import { FormSourcesContext, type FormSources } from '../form/form-sources';

/** Where the fields look for people. */
export function PeopleSource({ children }: { children: ReactNode }): ReactNode {
  const api = useApi();
  const sources = useMemo<FormSources>(
    () => ({
      names: {},
      files: [],
      units: [],
      FilesInput: null,
      FileLinks: null,
      findPeople: async (q) => {
        const { items } = await api.get<{ items: FoundPerson[] }>('/deputies/people', { q });
        return items.map(({ id, name, seats }) => ({ value: id, label: [name, ...seats].join(' · ') }));
      },
    }),
    [api],
  );
  return <FormSourcesContext.Provider value={sources}>{children}</FormSourcesContext.Provider>;
}
