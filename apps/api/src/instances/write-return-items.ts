import { isFileAnchor, type ReturnItem } from '@chengban/domain';
import type { ItemChange } from './open-items.js';
import type { Parts, Place } from './statement-parts.js';

/** What was pointed out, answered and settled: three tables to which rows are only ever added. */
export function writeReturnItems(
  parts: Parts,
  { tenant, at, actor }: Place,
  submission: () => string,
  items: ItemChange | null | undefined,
): void {
  if (!items) return;
  const { bind, json } = parts;
  const { roundNo, taskId, raised, answers, resolved } = items;
  if (raised.length > 0)
    parts.add(
      'raised_items',
      `INSERT INTO return_item (tenant, id, submission_id, round_no, no, text, field, row_no, column_name, evidence_id, carries,
                                task_id, raised_by, raised_at)
       SELECT ${tenant}, x.id, ${submission()}, ${bind(roundNo)}::int, x.no, x.text, x.field, x.row_no, x.column_name, x.evidence_id,
              x.carries, ${bind(taskId)}::uuid, ${actor}, ${at}
         FROM jsonb_to_recordset(${json(raised.map(itemRow))}) AS x (id uuid, no int, text text, field text, row_no int,
              column_name text, evidence_id uuid, carries uuid)`,
    );
  if (answers.length > 0)
    parts.add(
      'item_answers',
      `INSERT INTO item_answer (tenant, item_id, submission_id, round_no, done, text, answered_by, answered_at)
       SELECT ${tenant}, x.id, ${submission()}, ${bind(roundNo)}::int, x.done, x.text, ${actor}, ${at}
         FROM jsonb_to_recordset(${json(answers.map(({ itemId, done, text }) => ({ id: itemId, done, text: text.trim() })))})
              AS x (id uuid, done text, text text)`,
    );
  if (resolved.length > 0)
    parts.add(
      'item_resolutions',
      `INSERT INTO item_resolution (tenant, item_id, task_id, resolved_by, resolved_at)
       SELECT ${tenant}, x, ${bind(taskId)}::uuid, ${actor}, ${at} FROM unnest(${bind(resolved)}::uuid[]) AS x`,
    );
}

function itemRow({ id, text, anchor, carries }: ReturnItem, index: number): object {
  const place =
    anchor === undefined
      ? {}
      : isFileAnchor(anchor)
        ? { evidence_id: anchor.evidenceId }
        : { field: anchor.field, row_no: anchor.row, column_name: anchor.column };
  return { id, no: index + 1, text: text.trim(), carries, ...place };
}
