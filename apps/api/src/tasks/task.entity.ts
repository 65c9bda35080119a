import type { TaskPurpose } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 待办. Only commands write it; this class is for reading. */
@Entity('task')
export class TaskEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('text')
  nodeId: string;

  /** tells several tasks at one node apart */
  @Column('integer')
  token: number;

  /** whose task it is among those who decide at the node */
  @Column('integer')
  seat: number;

  @Column('text')
  name: string;

  @Column('text')
  purpose: TaskPurpose;

  @Column('text')
  status: 'open' | 'completed' | 'cancelled';

  /** frozen when the task opened */
  @Column('uuid', { array: true })
  candidateIds: string[];

  @Column('uuid', { nullable: true })
  holderId: string | null;

  @Column('text')
  unitId: string;

  @Column('uuid')
  obligationId: string;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('uuid', { nullable: true })
  closedBy: string | null;

  /** done · byOthers · cancelled · takenBack · removed */
  @Column('text', { nullable: true })
  closedHow: string | null;
}
