import type { Refusal } from '../shared/refusal.js';
import { MAX_ITEM_TEXT, MAX_ITEMS, type OpenItem } from './return-items.js';

export const tooManyItems = (): Refusal => ({
  code: 'too-many-items',
  message: `一次退回最多指出 ${MAX_ITEMS} 条问题。`,
  cure: '请把相近的问题合并成一条。',
  field: 'items',
});
export const itemTextRequired = (id: string): Refusal => ({
  code: 'item-text-required',
  message: '指出的问题没有写明内容，至少两个字。',
  cure: '请写清楚要补正什么，或者删去这一条。',
  field: `items.${id}`,
});
export const itemTextTooLong = (id: string): Refusal => ({
  code: 'item-text-too-long',
  message: `一条问题最多 ${MAX_ITEM_TEXT} 个字。`,
  cure: '请精简文字，或者拆成几条。',
  field: `items.${id}`,
});
export const anchorUnknown = (id: string): Refusal => ({
  code: 'item-anchor-unknown',
  message: '问题所指的内容在这一轮报送里找不到。',
  cure: '请刷新页面，重新指出这一条。',
  field: `items.${id}`,
});
export const itemTwice = (field: 'items' | 'answers' | 'resolved', id: string): Refusal => ({
  code: 'item-twice',
  message: '同一条问题出现了两次。',
  cure: '请刷新页面后再试。',
  field: `${field}.${id}`,
});
export const itemUnknown = (field: 'items' | 'answers' | 'resolved', id: string): Refusal => ({
  code: 'item-unknown',
  message: '这条问题不存在，或者已经有了结果。',
  cure: '请刷新页面，查看现在还有哪些问题。',
  field: `${field}.${id}`,
});
export const answerTextRequired = (itemId: string): Refusal => ({
  code: 'answer-text-required',
  message: '回应没有写明内容，至少两个字。',
  cure: '请写清楚改了什么，或者说明理由。',
  field: `answers.${itemId}`,
});
export const answerTooLong = (itemId: string): Refusal => ({
  code: 'answer-too-long',
  message: `一条回应最多 ${MAX_ITEM_TEXT} 个字。`,
  cure: '请精简文字，详细内容写进表单或者放进附件。',
  field: `answers.${itemId}`,
});

const NAMED = 3;
const SHOWN = 20;

export const itemsUnanswered = (items: readonly OpenItem[]): Refusal => {
  const named = items.slice(0, NAMED).map(({ text }) => `“${shortened(text)}”`);
  const more = items.length > NAMED ? '等' : '';
  return {
    code: 'items-unanswered',
    message: `还有 ${items.length} 条问题没有回应：${named.join('、')}${more}。`,
    cure: '请逐条选“已修改”或“说明”，写上回应后再报送。',
    field: 'answers',
    errors: items.map(({ id }) => ({ field: `answers.${id}`, message: '请回应这条问题' })),
  };
};

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
}
