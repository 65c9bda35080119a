import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 实施方案, live since a person confirmed its reading. */
@Entity('plan')
export class PlanRow extends TenantRow {
  @Column('text')
  title: string;

  /** leads the number of every obligation, such as 台执督 */
  @Column('text')
  code: string;

  @Column('text')
  status: 'draft' | 'live';

  @Column('date')
  periodFrom: string;

  @Column('date')
  periodTo: string;

  @Column('text')
  progressCadence: 'yearly';

  @Column('text')
  supervisorUnitId: string;

  @Column('timestamptz')
  createdAt: Date;
}
