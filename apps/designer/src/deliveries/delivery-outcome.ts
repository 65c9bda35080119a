import type { Delivery } from '@chengban/web';
import type { Said } from '../incidents/retry-outcome.js';

export type DeliveryVerb = 'retry' | 'abandon' | 'redeliver';

const verbWords: Record<DeliveryVerb, string> = { retry: '重试', abandon: '放弃', redeliver: '重新投递' };

/** «消息“行政复议决定”（复议9号）»: of messages with one name the key tells which. */
export const namedInFull = ({ what, key }: Pick<Delivery, 'what' | 'key'>): string =>
  key ? `${what}（${key}）` : what;

export function sayDecided(delivery: Delivery, verb: DeliveryVerb): Said {
  const what = namedInFull(delivery);
  const isTimer = delivery.kind === 'timer';
  if (verb === 'abandon')
    return {
      tone: 'success',
      title: `${what}已放弃，不再投递`,
      detail: '理由已经保留。以后仍然需要的，可以在“已放弃”里重新投递。',
    };
  return {
    tone: 'success',
    title: verb === 'redeliver' ? `${what}已重新投递` : `${what}马上再试一次`,
    detail: isTimer
      ? '触发后会从这里消失；仍然没有触发的，会写明现在的原因。'
      : '送达后会从这里消失；仍然没有送达的，会写明现在的原因。',
  };
}

/** @param late the answer says that somebody or something was faster @param told what the server said, in one line */
export function sayNotDecided(
  delivery: Delivery,
  verb: DeliveryVerb,
  { late, told }: { late: boolean; told: string },
): Said {
  const title = `${namedInFull(delivery)}这次没有${verbWords[verb]}`;
  return { tone: late ? 'warning' : 'error', title, detail: told };
}
