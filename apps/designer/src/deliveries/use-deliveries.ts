import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, type DeliveriesPage, type Delivery } from '@chengban/web';

/** 待处理: a person has to decide · 已放弃: given up, by the system or by a person */
export type DeliveryState = 'open' | 'abandoned';

export interface Deliveries {
  items: Delivery[] | undefined;
  /** how many wait for a person, whichever list is shown */
  open: number;
  error: Error | null;
  pending: boolean;
  more: (() => void) | null;
  loadingMore: boolean;
  refetch: () => void;
}

/** What does not arrive; asked again every minute, because deliveries fail without anybody watching. */
export function useDeliveries(state: DeliveryState): Deliveries {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ['deliveries', state],
    refetchInterval: 60_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<DeliveriesPage>('/deliveries', { state, cursor: pageParam }, signal),
    getNextPageParam: (page) => page.nextCursor,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    open: query.data?.pages[0]?.open ?? 0,
    error: query.error,
    pending: query.isPending,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
    refetch: () => void query.refetch(),
  };
}

export const useOpenDeliveries = (): number => useDeliveries('open').open;
