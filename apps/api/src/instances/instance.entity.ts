import type { Marking } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import type { RequestKind } from '../definitions/flows.read-model.js';
import { TenantRow } from '../database/tenant-row.js';
import type { InstanceStatus, StoredApproval } from './locked-state.js';

/** A running flow. Only commands write it; this class is for reading. */
@Entity('instance')
export class InstanceEntity extends TenantRow {
  @Column('uuid')
  definitionVersionId: string;

  @Column('uuid')
  obligationId: string;

  @Column('text')
  unitId: string;

  @Column('text')
  supervisorUnitId: string;

  @Column('text', { array: true })
  readerUnitIds: string[];

  /** the seats of its flow: units and roles in step, and persons whom it names */
  @Column('text', { array: true })
  seatUnitIds: string[];

  @Column('text', { array: true })
  seatRoles: string[];

  @Column('uuid', { array: true })
  seatPersonIds: string[];

  /** persons to whom it was copied and who therefore may see it */
  @Column('uuid', { array: true })
  readerPersonIds: string[];

  @Column('uuid', { array: true })
  drafterIds: string[];

  @Column('uuid')
  submissionId: string;

  @Column('integer')
  round: number;

  @Column('jsonb')
  marking: Marking;

  /** what approval knows beside the marking */
  @Column('jsonb')
  approval: StoredApproval;

  @Column('text')
  status: InstanceStatus;

  @Column('text', { nullable: true })
  outcome: string | null;

  /** one more with every command: what If-Match is compared with */
  @Column('integer')
  revision: number;

  /** null: no person, the clock */
  @Column('uuid', { nullable: true })
  startedBy: string | null;

  /** false: started by a message beside the flow that answers the obligation */
  @Column('boolean')
  main: boolean;

  /** what it asks for beside that flow; null: nothing in particular */
  @Column('text', { nullable: true })
  request: RequestKind | null;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
