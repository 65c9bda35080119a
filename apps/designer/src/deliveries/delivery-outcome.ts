import type { Delivery } from '@chengban/web';
import type { Said } from '../incidents/retry-outcome.js';

export type DeliveryVerb = 'retry' | 'abandon' | 'redeliver';

const verbWords: Record<DeliveryVerb, string> = { retry: '重试', abandon: '放弃', redeliver: '重新投递' };

/** Where the server takes acts on it. */
export const placeOf = ({ kind }: Pick<Delivery, 'kind'>): 'messages' | 'timers' | 'schedules' =>
  kind === 'timer' ? 'timers' : kind === 'schedule' ? 'schedules' : 'messages';

/** A time cannot be given up: its flow would wait for ever, or begins by its next version's times. */
export const mayBeAbandoned = (delivery: Delivery): boolean =>
  placeOf(delivery) === 'messages' && !delivery.abandoned?.by;

/** What tells it from others of the same name: the key of a message, the node at which a flow begins. */
const tellingApart = ({ kind, key, node }: Delivery): string | null => (kind === 'schedule' ? node : key);

/** «消息“行政复议决定”（复议9号）» */
export function namedInFull(delivery: Delivery): string {
  const which = tellingApart(delivery);
  return which ? `${delivery.what}（${which}）` : delivery.what;
}

const arrivalWords: Record<ReturnType<typeof placeOf>, string> = {
  messages: '送达',
  timers: '触发',
  schedules: '开始',
};

export function sayDecided(delivery: Delivery, verb: DeliveryVerb): Said {
  const what = namedInFull(delivery);
  const arrived = arrivalWords[placeOf(delivery)];
  if (verb === 'abandon')
    return {
      tone: 'success',
      title: `${what}已放弃，不再投递`,
      detail: '理由已经保留。以后仍然需要的，可以在“已放弃”里重新投递。',
    };
  return {
    tone: 'success',
    title: verb === 'redeliver' ? `${what}已重新投递` : `${what}马上再试一次`,
    detail: `${arrived}后会从这里消失；仍然没有${arrived}的，会写明现在的原因。`,
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
