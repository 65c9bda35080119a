import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 报送: what a unit hands in for one obligation, in rounds. Only commands write it. */
@Entity('submission')
export class SubmissionEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('uuid')
  obligationId: string;

  @Column('text')
  unitId: string;

  @Column('text', { array: true })
  readerUnitIds: string[];

  /** persons to whom it was copied and who therefore may see it */
  @Column('uuid', { array: true })
  readerPersonIds: string[];

  @Column('text')
  status: 'drafting' | 'submitted' | 'returned' | 'closed';

  @Column('text', { nullable: true })
  outcome: string | null;

  /** how many were handed in */
  @Column('integer')
  rounds: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
