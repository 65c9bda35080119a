import { useQuery } from '@tanstack/react-query';
import type { FlowModel } from '@chengban/domain';
import { useApi, type CheckAnswer } from '@chengban/web';

/** Whether any time begins the flow: only then is there anything to ask the server. */
const beginsByTime = ({ root }: FlowModel): boolean =>
  root.nodes.some((node) => node.kind === 'startEvent' && node.triggers.some(({ kind }) => kind === 'timer'));

export interface Begins {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly starts: CheckAnswer['starts'];
  readonly awaiting: number;
}

/** What would begin by itself, and how much of it, if the drawing were published now; null when nothing would. */
export function useBegins(flowKey: string, xml: string, model: FlowModel): Begins | null {
  const api = useApi();
  const enabled = beginsByTime(model);
  const { data, isPending, error } = useQuery({
    queryKey: ['begins', flowKey, xml],
    enabled,
    // what is due and what waits changes by itself
    gcTime: 0,
    queryFn: () => api.send<CheckAnswer>('POST', '/definitions/check', { body: { xml, key: flowKey } }),
  });
  return enabled ? { isPending, error, starts: data?.starts ?? [], awaiting: data?.awaiting ?? 0 } : null;
}
