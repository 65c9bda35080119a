import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** cc 抄送: to read · circulate 传阅: to read and answer with a short remark */
export type CopyKind = 'cc' | 'circulate';

/** One matter sent to one person. */
@Entity('copy')
export class CopyEntity extends TenantRow {
  @Column('uuid')
  instanceId: string;

  @Column('text')
  kind: CopyKind;

  @Column('uuid')
  personId: string;

  /** through which role of which unit the person was meant; null when named */
  @Column('text', { nullable: true })
  unitId: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  /** null: the flow, when `nodeId` was done */
  @Column('uuid', { nullable: true })
  madeBy: string | null;

  @Column('text', { nullable: true })
  nodeId: string | null;

  /** what the sender says with it */
  @Column('text')
  note: string;

  @Column('timestamptz')
  madeAt: Date;

  /** the receipt: when the person first opened it */
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Column('text', { nullable: true })
  remark: string | null;

  @Column('timestamptz', { nullable: true })
  remarkedAt: Date | null;

  /** the day of the last reminder, in Shanghai */
  @Column('date', { nullable: true })
  remindedOn: string | null;

  @Column('integer')
  reminders: number;
}
