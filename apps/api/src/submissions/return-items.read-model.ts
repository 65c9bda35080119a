import { Injectable } from '@nestjs/common';
import type { ItemAnchor, ItemAnswer } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import type { ItemState } from '../http/answers/return-item.dto.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface RaisedItem {
  readonly id: string;
  /** the round that was returned with it */
  readonly roundNo: number;
  readonly text: string;
  readonly anchor: ItemAnchor | null;
  readonly raisedBy: Named;
  readonly raisedAt: Date;
  readonly state: ItemState;
  /** the earlier item that it asks for again */
  readonly carries: string | null;
  readonly carriedInto: string | null;
  readonly answer: GivenAnswer | null;
  readonly resolvedBy: Named | null;
  readonly resolvedAt: Date | null;
}

interface GivenAnswer extends Omit<ItemAnswer, 'itemId'> {
  /** the round that was handed in with it */
  readonly roundNo: number;
  readonly by: Named;
  readonly at: Date;
}

interface Row extends Omit<RaisedItem, 'anchor' | 'raisedBy' | 'state' | 'answer' | 'resolvedBy'> {
  readonly field: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly evidenceId: string | null;
  readonly raisedById: string;
  readonly raisedByName: string;
  readonly done: ItemAnswer['done'] | null;
  readonly answerText: string;
  readonly answerRound: number;
  readonly answeredById: string;
  readonly answeredByName: string;
  readonly answeredAt: Date;
  readonly resolvedById: string | null;
  readonly resolvedByName: string;
}

/** What returns pointed out, with what became of it. Whoever asks has checked that the submission may be seen. */
@Injectable()
export class ReturnItemsReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** In the order in which they were raised. */
  async items(tenant: string, submissionId: string): Promise<RaisedItem[]> {
    const rows: Row[] = await this.transactions.current().query(
      `SELECT x.id, x.round_no AS "roundNo", x.text, x.field, x.row_no AS "row", x.column_name AS "column",
              x.evidence_id AS "evidenceId", x.raised_by AS "raisedById", p.name AS "raisedByName", x.raised_at AS "raisedAt",
              x.carries, later.id AS "carriedInto", a.done, a.text AS "answerText", a.round_no AS "answerRound",
              a.answered_by AS "answeredById", ap.name AS "answeredByName", a.answered_at AS "answeredAt",
              coalesce(r.resolved_by, v.person_id) AS "resolvedById", rp.name AS "resolvedByName",
              coalesce(r.resolved_at, v.at) AS "resolvedAt"
         FROM return_item x
         JOIN person p ON p.tenant = x.tenant AND p.id = x.raised_by
         LEFT JOIN return_item later ON later.tenant = x.tenant AND later.carries = x.id
         LEFT JOIN item_answer a ON a.tenant = x.tenant AND a.item_id = x.id
         LEFT JOIN person ap ON ap.tenant = a.tenant AND ap.id = a.answered_by
         LEFT JOIN item_resolution r ON r.tenant = x.tenant AND r.item_id = x.id
         LEFT JOIN LATERAL (
           SELECT v.person_id, v.at FROM submission_verdict v
            WHERE v.tenant = x.tenant AND v.submission_id = x.submission_id AND v.round_no >= x.round_no
              AND v.final AND v.verdict = 'approve'
            ORDER BY v.round_no, v.at LIMIT 1) v ON later.id IS NULL
         LEFT JOIN person rp ON rp.tenant = x.tenant AND rp.id = coalesce(r.resolved_by, v.person_id)
        WHERE x.tenant = $1 AND x.submission_id = $2
        ORDER BY x.round_no, x.raised_at, x.no`,
      [tenant, submissionId],
    );
    return rows.map(itemOf);
  }
}

function itemOf(row: Row): RaisedItem {
  const { id, roundNo, text, raisedAt, carries, carriedInto, resolvedById, resolvedAt } = row;
  return {
    id,
    roundNo,
    text,
    anchor: anchorOf(row),
    raisedBy: { id: row.raisedById, name: row.raisedByName },
    raisedAt,
    state: carriedInto ? 'carried' : resolvedById ? 'resolved' : row.done ? 'answered' : 'open',
    carries,
    carriedInto,
    answer: row.done && {
      done: row.done,
      text: row.answerText,
      roundNo: row.answerRound,
      by: { id: row.answeredById, name: row.answeredByName },
      at: row.answeredAt,
    },
    resolvedBy: resolvedById === null ? null : { id: resolvedById, name: row.resolvedByName },
    resolvedAt,
  };
}

function anchorOf({ field, row, column, evidenceId }: Row): ItemAnchor | null {
  if (evidenceId !== null) return { evidenceId };
  if (field === null) return null;
  return { field, ...(row !== null && { row }), ...(column !== null && { column }) };
}
