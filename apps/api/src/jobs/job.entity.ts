import type { JsonObject } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Work of a service task for one of the server's handlers. Commands make and close it; the runner only counts its tries. */
@Entity('job')
export class JobEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('text')
  nodeId: string;

  @Column('integer')
  token: number;

  @Column('text')
  handler: string;

  @Column('jsonb')
  input: JsonObject;

  @Column('text')
  status: 'pending' | 'done' | 'cancelled' | 'refused';

  @Column('timestamptz')
  createdAt: Date;

  /** not before; while a try is under way, when it counts as lost */
  @Column('timestamptz')
  dueAt: Date;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
