import { Column, Entity } from 'typeorm';
import { TenantRow } from '../../database/tenant-row.js';

/** A line in somebody's list of messages inside the application. */
@Entity('notification')
export class NotificationEntity extends TenantRow {
  @Column('uuid')
  personId: string;

  /** the topic it came from, such as `task.opened` */
  @Column('text')
  kind: string;

  /** what people choose by, such as `task` */
  @Column('text')
  category: string;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  @Column('uuid', { nullable: true })
  taskId: string | null;

  @Column('uuid', { nullable: true })
  instanceId: string | null;

  @Column('uuid', { nullable: true })
  obligationId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** of a line that stands for many: how many; 0 for an ordinary one */
  @Column('integer')
  folded: number;

  /** the line that stands for this one, which is then not shown itself */
  @Column('uuid', { nullable: true })
  bundleId: string | null;

  /** waits for its person's digest and is not shown before */
  @Column('timestamptz', { nullable: true })
  heldUntil: Date | null;
}
