import { useQuery } from '@tanstack/react-query';
import { useApi, type Person, type Unit } from '@chengban/web';

/** Units change rarely and are needed under every step: asked once per visit. */
export function useUnits(): { units: Unit[]; isPending: boolean } {
  const api = useApi();
  const { data = [], isPending } = useQuery({
    queryKey: ['units'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await api.get<{ items: Unit[] }>('/units', {}, signal)).items,
  });
  return { units: data, isPending };
}

/** @param wanted false as long as no step names a person: the list is long */
export function usePeople(wanted: boolean): { people: Person[]; isPending: boolean } {
  const api = useApi();
  const { data = [], isPending } = useQuery({
    queryKey: ['people'],
    staleTime: Infinity,
    enabled: wanted,
    queryFn: async ({ signal }) => (await api.get<{ items: Person[] }>('/people', {}, signal)).items,
  });
  return { people: data, isPending };
}
