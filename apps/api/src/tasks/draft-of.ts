import type { JsonObject } from '@chengban/domain';
import { Problem } from '../http/problems/problem.js';
import { cleanObject, type Draft } from '../instances/instances.module.js';
import { draftAnswersOf } from './said-of-items.js';
import type { DraftBody } from './tasks.dto.js';

/** Characters of JSON; a form of ten long texts is a tenth of it. */
const MAX_DRAFT = 500_000;
const MAX_DEPTH = 8;

/** What came in as it may be stored. @throws Problem 422 when it is larger or deeper than any form */
export const draftOf = ({ data, evidenceIds, answers }: DraftBody): Draft => ({
  data: formDataOf(data),
  evidenceIds: evidenceIds.map((id) => id.toLowerCase()),
  answers: draftAnswersOf(answers),
});

/** The fields of a form. @throws Problem 422 as {@link draftOf} */
export function formDataOf(data: JsonObject): JsonObject {
  if (depthOf(data, MAX_DEPTH + 1) <= MAX_DEPTH && JSON.stringify(data).length <= MAX_DRAFT) return cleanObject(data);
  throw new Problem({
    status: 422,
    code: 'form-too-large',
    title: '填写的内容太多，没有保存',
    detail: '请精简文字，把详细材料作为附件上传。',
    field: 'data',
  });
}

/** Stops looking at `limit`: what came in may be deep enough to exhaust the stack. */
function depthOf(value: unknown, limit: number): number {
  if (limit === 0 || value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map((member) => depthOf(member, limit - 1)));
}
