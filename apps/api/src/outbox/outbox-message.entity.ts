import type { JsonObject } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';
import type { DeliveryAct } from './delivery-act.js';

/** Something that must be told after a command. Its id is what a receiver discards repetitions by. */
@Entity('outbox')
export class OutboxMessageEntity extends TenantRow {
  @Column('uuid', { nullable: true })
  instanceId: string | null;

  @Column('text')
  topic: string;

  /** what leaves the house (mail, webhooks): what fails together; null: it is told inside */
  @Column('text', { nullable: true })
  lane: string | null;

  @Column('jsonb')
  payload: JsonObject;

  @Column('timestamptz')
  createdAt: Date;

  /** not before; moved on when a delivery failed */
  @Column('timestamptz')
  dueAt: Date;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;

  /** the first try that failed */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** given up and tried no more; null also when it was asked for again */
  @Column('timestamptz', { nullable: true })
  abandonedAt: Date | null;

  /** null: the system */
  @Column('uuid', { nullable: true })
  abandonedBy: string | null;

  @Column('text', { nullable: true })
  abandonedReason: string | null;

  /** everything that was decided about it, the oldest first; their number is the revision */
  @Column('jsonb')
  acts: DeliveryAct[];
}
