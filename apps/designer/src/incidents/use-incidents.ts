import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type TroubledInstance } from '@chengban/web';

/** One place where one matter rests: a row of the list. */
export interface Trouble {
  id: string;
  instance: TroubledInstance;
  incident: TroubledInstance['incidents'][number];
}

/** Everything that rests because it cannot go on; asked again every minute, because flows run without anybody watching. */
export function useIncidents(): UseQueryResult<Trouble[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['incidents'],
    refetchInterval: 60_000,
    queryFn: async ({ signal }) =>
      (await api.all<TroubledInstance>('/instances/incidents', {}, signal)).flatMap(troublesOf),
  });
}

const troublesOf = (instance: TroubledInstance): Trouble[] =>
  instance.incidents.map((incident) => ({
    id: `${instance.instanceId} ${incident.token} ${incident.code}`,
    instance,
    incident,
  }));
