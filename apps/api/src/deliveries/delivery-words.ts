import type { DeliveryAct } from '../outbox/delivery-act.js';

export const DELIVERY_KINDS = [
  'message',
  'signal',
  'start',
  'notification',
  'mail',
  'webhook',
  'timer',
  'schedule',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

const TOPICS: Readonly<Record<string, DeliveryKind>> = {
  'flow.message': 'message',
  'flow.signal': 'signal',
  'flow.signal-to': 'signal',
  'flow.start': 'start',
  'mail.send': 'mail',
  'webhook.send': 'webhook',
};

/** What a row of the outbox is; what is not said by a flow to flows is said to people. */
export const kindOfTopic = (topic: string): DeliveryKind => TOPICS[topic] ?? 'notification';

const KIND_NAMES: Readonly<Record<DeliveryKind, string>> = {
  message: '消息',
  signal: '信号',
  start: '自动开始',
  notification: '通知',
  mail: '邮件',
  webhook: '推送',
  timer: '定时',
  schedule: '定时开始',
};

/** «消息“行政复议决定”» */
export const whatItIs = (kind: DeliveryKind, name: string): string =>
  name === '' ? KIND_NAMES[kind] : `${KIND_NAMES[kind]}“${name}”`;

const isOurs = (error: string): boolean => /\p{Script=Han}/u.test(error);

/** Why the last try failed. Flows and rules say it in Chinese; anything else is a fault of a program. */
export function errorForPeople(error: string | null): string {
  if (error === null) return '';
  return isOurs(error) ? error : `系统出错，请把这段话交给系统维护人员：${error}`;
}

const CURES: Readonly<Record<DeliveryKind, string>> = {
  message:
    '请核对消息的名称和关联值是否与流程图写的一致，流程是否已经走到等待它的环节；有流程等它时会自动送达。不再需要的，请放弃。',
  signal: '请先处理好收它的流程停住的原因，再立即重试。不再需要的，请放弃。',
  start: '请按原因改正流程图并发布新版本；新版本会重新开始。也可以由承办单位点“开始填报”，再放弃这一条。',
  notification: '请系统维护人员查明原因，处理好后立即重试；收件人已经知道的，可以放弃。',
  mail: '请系统维护人员按原因核对邮件服务器的设置，或请收件人核对邮件地址，处理好后立即重试。收件人在站内已经看到的，可以放弃。',
  webhook: '请按原因与对方系统核对地址和密钥，在“消息推送”里试发成功后立即重试。对方不再需要的，请放弃。',
  timer: '请按原因核对流程图和这件事项填写的内容，处理好后立即重试。',
  schedule:
    '请按原因改正流程图并发布新版本；新版本的定时会取代这一条。也可以由承办单位点“开始填报”，处理好后再立即重试。',
};

const FAULT_CURE = '请系统维护人员查明原因，处理好后立即重试；不处理也会自动再试。';
const ABANDONED_CURE = '不用再办；仍然需要的，请重新投递。';
const LET_GO_CURE = '仍然需要的，请先让流程走到等待它的环节，再重新投递；不再需要的，请放弃并写明理由。';

/** What a person can do about it. */
export function cureFor(kind: DeliveryKind, error: string | null, abandoned: { bySystem: boolean } | null): string {
  if (abandoned) return abandoned.bySystem ? LET_GO_CURE : ABANDONED_CURE;
  return error !== null && !isOurs(error) ? FAULT_CURE : CURES[kind];
}

export const ACT_NAMES: Readonly<Record<DeliveryAct['verb'], string>> = {
  retry: '要求立即重试',
  abandon: '放弃',
  redeliver: '重新投递',
};
