import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A place in a running flow that waits for a message or signal. Commands make and end it. */
@Entity('wait')
export class WaitEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('uuid')
  obligationId: string;

  @Column('text')
  nodeId: string;

  @Column('integer')
  token: number;

  @Column('text')
  kind: 'message' | 'signal';

  @Column('text')
  name: string;

  /** what a message must carry; null: it must come from the same obligation */
  @Column('text', { nullable: true })
  key: string | null;

  @Column('timestamptz')
  since: Date;
}
