import { chineseDate, type CivilDate, type JsonObject } from '@chengban/domain';
import { v7 } from 'uuid';
import type { NewMessage } from '../outbox/outbox.store.js';

/** A rule as people are told of it. */
export interface ToldRule {
  readonly principalId: string;
  readonly principalName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** @param actorId who made it knows already */
export const ruleMade = (rule: ToldRule, reason: string, actorId: string): NewMessage[] => [
  ...message('deputy.made', [rule.deputyId], actorId, {
    title: `请您代理${rule.principalName}的待办`,
    text: `${daysOf(rule)}，${rule.principalName}的待办会同时出现在您的待办里，由您代为办理。原因：${reason}`,
  }),
  ...message('deputy.made', [rule.principalId], actorId, {
    title: `您的待办由${rule.deputyName}代理`,
    text: `${daysOf(rule)}，您的待办由${rule.deputyName}代为办理，您自己也仍然可以办理。原因：${reason}`,
  }),
];

export const ruleEnded = (rule: ToldRule, actorId: string): NewMessage[] =>
  message('deputy.ended', [rule.deputyId, rule.principalId], actorId, {
    title: `代理已提前结束：${rule.deputyName}代${rule.principalName}`,
    text: `${rule.principalName}的待办不再由${rule.deputyName}代理。已经办理的不受影响。`,
  });

const daysOf = ({ from, to }: ToldRule): string =>
  from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;

function message(
  topic: string,
  to: readonly string[],
  actorId: string,
  words: { readonly title: string; readonly text: string },
): NewMessage[] {
  const personIds = to.filter((id) => id !== actorId);
  if (personIds.length === 0) return [];
  const payload: JsonObject = { personIds, ...words, taskId: null, instanceId: null, obligationId: null };
  return [{ id: v7(), instanceId: null, topic, payload }];
}
