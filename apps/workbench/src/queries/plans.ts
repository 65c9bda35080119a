import { useEffect } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useApi, type MeasureRow, type Overview, type Plan, type Unit } from '@chengban/web';

function usePlans(): UseQueryResult<Plan[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => api.all<Plan>('/plans', {}, signal),
    staleTime: 60_000,
  });
}

/** The plan looked at last in this window; links inside the app need not carry it. */
const CHOSEN = 'chengban.plan';

/** The plan that the address names (`?plan=`), else the one looked at last, else the newest. `null` when the city has none yet. */
export function usePlan(): { plan: Plan | null | undefined; plans: Plan[]; query: UseQueryResult<Plan[]> } {
  const [search] = useSearchParams();
  const query = usePlans();
  const live = (query.data ?? []).filter((plan) => plan.status === 'live');
  const named = search.get('plan');
  const wanted = named ?? sessionStorage.getItem(CHOSEN);
  const plan = query.data && (live.find((one) => one.id === wanted) ?? live[0] ?? null);
  useEffect(() => {
    if (named && plan?.id === named) sessionStorage.setItem(CHOSEN, named);
  }, [named, plan?.id]);
  return { plan, plans: live, query };
}

export function useOverview(planId: string | undefined): UseQueryResult<Overview> {
  const api = useApi();
  return useQuery({
    queryKey: ['overview', planId],
    enabled: !!planId,
    queryFn: ({ signal }) => api.get<Overview>(`/plans/${planId}/overview`, {}, signal),
  });
}

export function useMeasures(planId: string | undefined): UseQueryResult<MeasureRow[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['measures', planId],
    enabled: !!planId,
    queryFn: ({ signal }) => api.all<MeasureRow>(`/plans/${planId}/measures`, {}, signal),
  });
}

export function useUnits(): UseQueryResult<Unit[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => api.all<Unit>('/units', {}, signal),
    staleTime: 300_000,
  });
}
