import { Injectable } from '@nestjs/common';
import { visibleData, type FormAccess, type ItemAnswer, type JsonObject } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import type { RoundOutcome } from '../http/answers/round.dto.js';
import { EvidenceReadModel, type EvidenceItem } from '../evidence/evidence.read-model.js';
import { ReturnItemsReadModel, type RaisedItem } from './return-items.read-model.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Round {
  readonly no: number;
  readonly data: JsonObject;
  readonly evidence: readonly EvidenceItem[];
  readonly submittedBy: Named;
  readonly submittedAt: Date;
  readonly outcome: RoundOutcome;
  readonly decidedBy: Named | null;
  readonly decidedAt: Date | null;
  /** why it was returned, or the opinion with which it was accepted */
  readonly reason: string | null;
  /** what its return pointed out */
  readonly items: readonly RaisedItem[];
  /** what reviewers wrote into the form, in the order in which they did; the round itself never changes */
  readonly reviews: readonly Review[];
}

/** A reviewer's own fields, as they stood with one verdict. */
interface Review {
  readonly nodeId: string;
  readonly by: Named;
  readonly at: Date;
  readonly data: JsonObject;
}

/** An answer in the making: what was done about it may not be chosen yet. */
interface KeptAnswer {
  readonly itemId: string;
  readonly done?: ItemAnswer['done'];
  readonly text: string;
}

export interface KeptDraft {
  readonly data: JsonObject;
  readonly evidence: readonly EvidenceItem[];
  readonly answers: readonly KeptAnswer[];
  readonly savedBy: Named;
  readonly savedAt: Date;
}

interface RoundRow {
  readonly no: number;
  readonly data: JsonObject;
  readonly evidenceIds: string[];
  readonly submittedById: string;
  readonly submittedByName: string;
  readonly submittedAt: Date;
  readonly verdict: string | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly reviews: readonly (Omit<Review, 'at'> & { readonly at: string })[];
}

/** The verdict that decided a round, for a query whose round is `r`. A round has at most one that is final. */
export const FINAL_VERDICT = `
  LEFT JOIN LATERAL (
    SELECT v.verdict, v.person_id, v.at, v.reason FROM submission_verdict v
     WHERE v.tenant = r.tenant AND v.submission_id = r.submission_id AND v.round_no = r.no AND v.final
     ORDER BY v.at DESC, v.id DESC LIMIT 1) v ON TRUE`;

/** What became of a round; taken back, a verdict is none. */
export const outcomeOf = (verdict: string | null): RoundOutcome => OUTCOME[verdict ?? ''] ?? 'pending';

const OUTCOME: Readonly<Record<string, RoundOutcome>> = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  withdraw: 'withdrawn',
};

/** What reviewers wrote, for a query whose round is `r`. */
const REVIEWS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('nodeId', w.node_id, 'by', jsonb_build_object('id', q.id, 'name', q.name),
            'at', w.at, 'data', w.data) ORDER BY w.at, w.id), '[]')
     FROM submission_verdict w JOIN person q ON q.tenant = w.tenant AND q.id = w.person_id
    WHERE w.tenant = r.tenant AND w.submission_id = r.submission_id AND w.round_no = r.no AND w.data IS NOT NULL) AS reviews`;

/** Rounds and the draft before the next one. Whoever asks has checked that the submission may be seen. */
@Injectable()
export class RoundsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly evidence: EvidenceReadModel,
    private readonly returnItems: ReturnItemsReadModel,
  ) {}

  /** In the order in which they were handed in. @param access what of the form the reader may see */
  async rounds(tenant: string, submissionId: string, access: FormAccess): Promise<Round[]> {
    const rows: RoundRow[] = await this.transactions.current().query(
      `SELECT r.no, r.data, r.evidence_ids AS "evidenceIds", r.submitted_by AS "submittedById", p.name AS "submittedByName",
              r.submitted_at AS "submittedAt", v.verdict, v.person_id AS "decidedById", d.name AS "decidedByName",
              v.at AS "decidedAt", v.reason, ${REVIEWS}
         FROM submission_round r JOIN person p ON p.tenant = r.tenant AND p.id = r.submitted_by ${FINAL_VERDICT}
         LEFT JOIN person d ON d.tenant = r.tenant AND d.id = v.person_id
        WHERE r.tenant = $1 AND r.submission_id = $2 ORDER BY r.no`,
      [tenant, submissionId],
    );
    const files = await this.evidence.items(tenant, [...new Set(rows.flatMap((row) => row.evidenceIds))]);
    const byId = new Map(files.map((file) => [file.id, file]));
    const items = await this.returnItems.items(tenant, submissionId);
    return rows.map((row) => ({
      no: row.no,
      data: visibleData(row.data, access),
      evidence: row.evidenceIds.flatMap((id) => byId.get(id) ?? []),
      submittedBy: { id: row.submittedById, name: row.submittedByName },
      submittedAt: row.submittedAt,
      outcome: outcomeOf(row.verdict),
      decidedBy: row.decidedById === null ? null : { id: row.decidedById, name: row.decidedByName ?? '' },
      decidedAt: row.decidedAt,
      reason: row.reason || null,
      items: items.filter((item) => item.roundNo === row.no && mayRead(item, access)),
      reviews: row.reviews
        .map(({ at, data, ...review }) => ({ ...review, at: new Date(at), data: visibleData(data, access) }))
        .filter(({ data }) => Object.keys(data).length > 0),
    }));
  }

  /** Of one drafting task, as it was kept: {@link rounds} leaves out what is hidden, here the caller does. */
  async draft(tenant: string, instanceId: string, taskId: string): Promise<KeptDraft | null> {
    const [row]: (Pick<KeptDraft, 'data' | 'answers' | 'savedAt'> & Named & { evidenceIds: string[] })[] =
      await this.transactions.current().query(
        `SELECT d.data, d.answers, d.evidence_ids AS "evidenceIds", d.saved_at AS "savedAt", p.id, p.name
           FROM submission_draft d JOIN person p ON p.tenant = d.tenant AND p.id = d.saved_by
          WHERE d.tenant = $1 AND d.instance_id = $2 AND d.task_id = $3`,
        [tenant, instanceId, taskId],
      );
    if (!row) return null;
    const { data, answers, evidenceIds, savedAt, id, name } = row;
    return { data, answers, evidence: await this.evidence.items(tenant, evidenceIds), savedAt, savedBy: { id, name } };
  }
}

/** An item that points at a hidden field or column says too much of it. */
function mayRead({ anchor }: RaisedItem, access: FormAccess): boolean {
  if (anchor === null || !('field' in anchor)) return true;
  const own = Object.hasOwn(access, anchor.field) ? access[anchor.field] : undefined;
  const column = anchor.column === undefined ? undefined : own?.columns?.[anchor.column];
  return own?.access !== 'hidden' && column?.access !== 'hidden';
}
