import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 佐证材料: one upload. Several may share one blob; the content never changes. */
@Entity('evidence')
export class EvidenceEntity extends TenantRow {
  @Column('uuid')
  obligationId: string;

  @Column('text')
  unitId: string;

  @Column('text')
  fileName: string;

  @Column('bigint')
  size: number;

  /** hex; also where the blob lies */
  @Column('text')
  sha256: string;

  /** decided by content when it was uploaded */
  @Column('text')
  mediaType: string;

  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
