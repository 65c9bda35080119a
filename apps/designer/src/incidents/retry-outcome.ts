import type { Retried } from '@chengban/web';
import type { Trouble } from './use-incidents.js';

/** What the page says after a retry. */
export interface Said {
  tone: 'success' | 'warning' | 'error';
  title: string;
  detail: string;
}

export function sayRetried({ instance, incident }: Trouble, status: Retried['status']): Said {
  const what = `${instance.obligationNumber}的“${incident.nodeName}”`;
  if (status === 'completed') return { tone: 'success', title: `${what}已重试，流程已经办完`, detail: '' };
  if (status === 'running')
    return { tone: 'success', title: `${what}已重试，流程继续往下走`, detail: '如果再次停住，会重新出现在这里。' };
  return { tone: 'warning', title: `${what}已重试，流程仍然停着`, detail: '请看列表里现在的原因，补正后再试。' };
}

/** @param told what the server said, in one line */
export function sayRefused({ instance }: Trouble, { stale, told }: { stale: boolean; told: string }): Said {
  if (stale)
    return {
      tone: 'warning',
      title: `${instance.obligationNumber}刚才有了变化，这次没有重试`,
      detail: '可能别人已经处理，列表已更新；还停着的，请核对后再重试。',
    };
  return { tone: 'error', title: `${instance.obligationNumber}没有重试成`, detail: told };
}
