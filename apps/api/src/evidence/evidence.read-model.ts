import { Injectable } from '@nestjs/common';
import type { HandledTask } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { HandledTasksReadModel } from '../tasks/handled-tasks.read-model.js';

export interface EvidenceItem {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly uploadedBy: { readonly id: string; readonly name: string };
  readonly uploadedAt: Date;
}

/** A file with what decides who may have it. */
export interface EvidenceRecord extends EvidenceItem {
  readonly obligationId: string;
  readonly unitId: string;
  /** units that see a submission which rests on it; empty while it is only being drafted with */
  readonly readerUnitIds: readonly string[];
  /** persons to whom such a submission was copied */
  readonly readerPersonIds: readonly string[];
  /** at least one round rests on it */
  readonly used: boolean;
  /** of the matter: they say who stands in for whom */
  readonly tasks: readonly HandledTask[];
}

type Row = Omit<EvidenceRecord, 'uploadedBy' | 'tasks'> & {
  readonly uploadedById: string;
  readonly uploadedByName: string;
};

/** Uploaded files as pages show them. */
@Injectable()
export class EvidenceReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: HandledTasksReadModel,
  ) {}

  /** By id, in the order asked for; what was deleted meanwhile is left out. */
  async items(tenant: string, ids: readonly string[]): Promise<EvidenceItem[]> {
    const found = new Map((await this.records(tenant, ids)).map((record) => [record.id, record]));
    return ids.flatMap((id) => found.get(id) ?? []).map(itemOf);
  }

  async find(tenant: string, id: string): Promise<EvidenceRecord | null> {
    const [record] = await this.records(tenant, [id]);
    return record ? { ...record, tasks: await this.tasks.ofObligation(tenant, record.obligationId) } : null;
  }

  private async records(tenant: string, ids: readonly string[]): Promise<Omit<EvidenceRecord, 'tasks'>[]> {
    if (ids.length === 0) return [];
    const rows: Row[] = await this.transactions.current().query(
      `SELECT e.id, e.file_name AS "fileName", e.size, e.sha256, e.media_type AS "mediaType", e.uploaded_by AS "uploadedById",
              p.name AS "uploadedByName", e.uploaded_at AS "uploadedAt", e.obligation_id AS "obligationId", e.unit_id AS "unitId",
              EXISTS (SELECT FROM evidence_use w WHERE w.tenant = e.tenant AND w.evidence_id = e.id) AS used,
              ARRAY(SELECT DISTINCT unnest(s.reader_unit_ids) FROM evidence_use w
                      JOIN submission s ON s.tenant = w.tenant AND s.id = w.submission_id
                     WHERE w.tenant = e.tenant AND w.evidence_id = e.id) AS "readerUnitIds",
              ARRAY(SELECT DISTINCT unnest(s.reader_person_ids) FROM evidence_use w
                      JOIN submission s ON s.tenant = w.tenant AND s.id = w.submission_id
                     WHERE w.tenant = e.tenant AND w.evidence_id = e.id) AS "readerPersonIds"
         FROM evidence e JOIN person p ON p.tenant = e.tenant AND p.id = e.uploaded_by
        WHERE e.tenant = $1 AND e.id = ANY($2::uuid[])`,
      [tenant, ids],
    );
    return rows.map(({ uploadedById, uploadedByName, ...row }) => ({
      ...row,
      uploadedBy: { id: uploadedById, name: uploadedByName },
    }));
  }
}

function itemOf(record: Omit<EvidenceRecord, 'tasks'>): EvidenceItem {
  const { id, fileName, size, sha256, mediaType, uploadedBy, uploadedAt } = record;
  return { id, fileName, size, sha256, mediaType, uploadedBy, uploadedAt };
}
