import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';
import type { DeliveryAct } from '../outbox/delivery-act.js';

/** A moment that an instance waits for. Commands make and close it; the poller only charges faults to it. */
@Entity('timer')
export class TimerEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('text')
  nodeId: string;

  @Column('integer')
  token: number;

  @Column('timestamptz')
  dueAt: Date;

  @Column('text')
  status: 'pending' | 'fired' | 'cancelled' | 'refused';

  /** faults of ours so far; each one puts the next try further away */
  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** the first firing that failed */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** everything that was decided about it, the oldest first; their number is the revision */
  @Column('jsonb')
  acts: DeliveryAct[];
}
