import { useQueryClient } from '@tanstack/react-query';
import { explainInOneLine, useAct, type Webhook, type WebhookSecret, type WebhookTried } from '@chengban/web';
import type { Said } from '../incidents/retry-outcome.js';
import type { ShownSecret } from './secret-dialog.js';
import { WEBHOOKS_KEY } from './use-webhooks.js';

interface Callbacks {
  onSaid: (said: Said) => void;
  onSecret: (secret: ShownSecret) => void;
}

export interface WebhookActs {
  busyWith: string | null;
  tryOut: (webhook: Webhook) => void;
  renew: (webhook: Webhook) => void;
  remove: (webhook: Webhook) => void;
}

/** What can be done with a registered address, and what is said afterwards. */
export function useWebhookActs({ onSaid, onSecret }: Callbacks): WebhookActs {
  const queries = useQueryClient();
  const again = (): void => void queries.invalidateQueries({ queryKey: WEBHOOKS_KEY });
  const failed =
    (what: string) =>
    (error: Error, { name }: Webhook): void => {
      onSaid({ tone: 'error', title: `“${name}”${what}`, detail: explainInOneLine(error) });
      again();
    };
  const trying = useAct<Webhook, WebhookTried>(
    'try-webhook',
    (api, { id }) => api.send('POST', `/webhooks/${id}/test`, { body: {} }),
    {
      onSuccess: ({ ok, detail }, { name }) => {
        onSaid({ tone: ok ? 'success' : 'warning', title: `“${name}”试发${ok ? '成功' : '没有成功'}`, detail });
        again();
      },
      onError: failed('没有试发'),
    },
  );
  const renewing = useAct<Webhook, WebhookSecret>(
    'renew-secret',
    (api, { id }) => api.send('POST', `/webhooks/${id}/secret`, { body: {} }),
    {
      onSuccess: ({ secret }, { name }) => {
        onSecret({ name, secret });
        again();
      },
      onError: failed('没有生成密钥'),
    },
  );
  const removing = useAct<Webhook, void>(
    'remove-webhook',
    (api, { id, revision }) => api.send('DELETE', `/webhooks/${id}`, { ifMatch: revision }),
    {
      onSuccess: (_, { name }) => {
        onSaid({
          tone: 'success',
          title: `“${name}”已删除`,
          detail: '没有来得及推送的消息列在“异常处理”的“已放弃”里。',
        });
        again();
      },
      onError: failed('没有删除'),
    },
  );
  const busy = [trying, renewing, removing].find((act) => act.isPending);
  return {
    busyWith: busy?.variables?.id ?? null,
    tryOut: trying.press,
    renew: renewing.press,
    remove: removing.press,
  };
}
