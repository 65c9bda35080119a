import type { JsonObject } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Something that must be told after a command. Its id is what a receiver discards repetitions by. */
@Entity('outbox')
export class OutboxMessageEntity extends TenantRow {
  @Column('uuid', { nullable: true })
  instanceId: string | null;

  @Column('text')
  topic: string;

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
}
