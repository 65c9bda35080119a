import type { ScheduledStart } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';
import type { DeliveryAct } from '../outbox/delivery-act.js';

/** A time at which the newest version of a flow begins. Publishing writes it; the clock moves it on, and removes it after the last. */
@Entity('scheduled_start')
export class ScheduledStartEntity extends TenantRow {
  @Column('text')
  definitionKey: string;

  @Column('uuid')
  definitionVersionId: string;

  @Column('text')
  nodeId: string;

  /** which of the node's triggers is the timer */
  @Column('integer')
  trigger: number;

  /** the next time and what is left of its cycle: what the time after it is counted from */
  @Column('jsonb')
  due: ScheduledStart['due'];

  /** not before; later than the time itself after a fault of ours */
  @Column('timestamptz')
  dueAt: Date;

  /** faults of ours since it last came; each one puts the next try further away */
  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  /** the first of these faults */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** everything that was decided about it, the oldest first; their number is the revision */
  @Column('jsonb')
  acts: DeliveryAct[];
}
