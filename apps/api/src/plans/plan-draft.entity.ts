import type { PlanReading } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** An uploaded document and its reading, until a person confirms it. The bytes are kept as they came. */
@Entity('plan_draft')
export class PlanDraftRow extends TenantRow {
  @Column('text')
  fileName: string;

  @Column('text')
  fileSha256: string;

  /** never read with the row: it may be megabytes */
  @Column('bytea', { select: false })
  fileBytes: Buffer;

  @Column('json')
  reading: PlanReading;

  @Column('text')
  status: 'draft' | 'confirmed';

  /** grows with every correction */
  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  planId: string | null;

  /** null: imported by the program itself at the first start */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}
