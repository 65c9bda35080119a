import { useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { explainInOneLine, useAct, type Offer } from '@chengban/web';
import { useObligation } from './obligations';
import { useRefreshWork } from './refresh-work';

export interface Extending {
  offer: Offer;
  pending: boolean;
  press: () => void;
}

/** 申请延期 for an obligation; null where it can never be this person's, or nothing is known of it. */
export function useExtend(obligationId: string | null): Extending | null {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refresh = useRefreshWork();
  const { message } = App.useApp();
  const offers = useObligation(obligationId).data?.offers;
  const act = useAct<string, { taskId: string | null }>(
    'extend',
    (api, id, idempotencyKey) => api.send('POST', `/obligations/${id}/extension`, { body: {}, idempotencyKey }),
    {
      onSuccess: ({ taskId }, id) => {
        refresh();
        void navigate(taskId ? `/tasks/${taskId}` : `/obligations/${id}`);
      },
      onError: (error, id) => {
        void message.error(explainInOneLine(error));
        void queries.invalidateQueries({ queryKey: ['obligation', id] });
      },
    },
  );
  const offer = offers?.find(({ verb }) => verb === 'extend');
  if (obligationId === null || !offer || offer.code === 'not-allowed') return null;
  return { offer, pending: act.isPending, press: () => act.press(obligationId) };
}
