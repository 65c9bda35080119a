import type { ObligationKind, ObligationStatus } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 承办事项: measure × unit × milestone or period. Its light is worked out from these columns and the time. */
@Entity('obligation')
export class ObligationRow extends TenantRow {
  @Column('uuid')
  planId: string;

  /** what it answers, such as `m05/gonganju/2024-11-20`: generating twice finds it again */
  @Column('text')
  key: string;

  @Column('text')
  number: string;

  @Column('int')
  seq: number;

  @Column('int')
  measureNo: number;

  @Column('text')
  unitId: string;

  @Column('text')
  kind: ObligationKind;

  @Column('text')
  requirement: string;

  /** the last permitted day */
  @Column('date')
  dueOn: string;

  /** what the plan gave, where an extension moved the last permitted day; else null */
  @Column('date', { nullable: true })
  originalDueOn: string | null;

  @Column('text')
  status: ObligationStatus;

  /** how its flow ended: accepted, filed, …; null while open */
  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('uuid', { nullable: true })
  instanceId: string | null;

  /** units that take part in its flow and therefore may see it */
  @Column('text', { array: true })
  readerUnitIds: string[];

  /** persons to whom it was copied and who therefore may see it */
  @Column('uuid', { array: true })
  readerPersonIds: string[];

  /** when the round was handed in that is under review or was accepted */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  returnedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
