import {
  isFileAnchor,
  refuseAnchors,
  type Act,
  type FormDefinition,
  type ItemAnswer,
  type Refusal,
  type ReturnItem,
} from '@chengban/domain';
import { Problem } from '../http/problems/problem.js';

/**
 * Items that nobody has resolved, carried over to a later return, or accepted with their round, for an instance that the
 * query calls `i`. The oldest first.
 */
export const OPEN_ITEMS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'text', x.text, 'answered', a.item_id IS NOT NULL)
            ORDER BY x.round_no, x.raised_at, x.no), '[]')
     FROM return_item x LEFT JOIN item_answer a ON a.tenant = x.tenant AND a.item_id = x.id
    WHERE x.tenant = i.tenant AND x.submission_id = i.submission_id
      AND NOT EXISTS (SELECT FROM item_resolution r WHERE r.tenant = x.tenant AND r.item_id = x.id)
      AND NOT EXISTS (SELECT FROM return_item later WHERE later.tenant = x.tenant AND later.carries = x.id)
      AND NOT EXISTS (SELECT FROM submission_verdict v WHERE v.tenant = x.tenant AND v.submission_id = x.submission_id
                         AND v.round_no >= x.round_no AND v.final AND v.verdict = 'approve')) AS "openItems"`;

/** What an act says about items, as rows to write. */
export interface ItemChange {
  /** the round that was returned, or the one that is handed in */
  readonly roundNo: number;
  readonly taskId: string;
  readonly raised: readonly ReturnItem[];
  readonly answers: readonly ItemAnswer[];
  readonly resolved: readonly string[];
}

/** @param round of the instance before the act */
export function itemChange(act: Act, taskId: string, round: number): ItemChange | null {
  const raised = act.verb === 'return' ? (act.items ?? []) : [];
  const answers = act.verb === 'submit' ? (act.answers ?? []) : [];
  const resolved = act.verb === 'return' || act.verb === 'approve' ? (act.resolved ?? []) : [];
  if (raised.length + answers.length + resolved.length === 0) return null;
  return { roundNo: act.verb === 'submit' ? round + 1 : round, taskId, raised, answers, resolved };
}

/** Why the places of a return's items are none of the round that is returned, or null. Files: the database knows. */
export function refusePlaces(act: Act, form: FormDefinition, round: number): Refusal | null {
  if (act.verb !== 'return' || !act.items?.length) return null;
  if (round === 0) return nothingHandedIn();
  return refuseAnchors(act.items, Object.keys(form.schema.properties));
}

const nothingHandedIn = (): Refusal => ({
  code: 'no-round',
  message: '还没有报送过，不能逐条指出问题。',
  cure: '请把要补正的写在退回原因里。',
  field: 'items',
});

/** Faults of the database that the locked rows could not foresee, as answers; undefined when it is another fault. */
export function explainedItemFault(fault: unknown, act: Act): Problem | undefined {
  const { constraint } = fault as { constraint?: string };
  if (constraint === 'return_item_at_file') {
    const id = act.verb === 'return' ? act.items?.find(({ anchor }) => anchor && isFileAnchor(anchor))?.id : undefined;
    return new Problem({
      status: 422,
      code: 'item-anchor-unknown',
      title: '有问题所指的附件不在这一轮报送里',
      detail: '请刷新页面，重新指出这一条。',
      field: `items.${id ?? ''}`,
    });
  }
  if (
    constraint !== 'item_answer_pk' &&
    constraint !== 'item_resolution_pk' &&
    constraint !== 'return_item_carried_once'
  )
    return undefined;
  return new Problem({
    status: 409,
    code: 'item-unknown',
    title: '有问题刚刚由他人处理过',
    detail: '操作没有执行。请刷新页面，查看现在还有哪些问题。',
  });
}
