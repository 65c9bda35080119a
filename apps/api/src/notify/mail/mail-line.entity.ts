import { Column, Entity } from 'typeorm';
import { TenantRow } from '../../database/tenant-row.js';
import type { MailLine } from './compose-mail.js';

/** What waits to be told by mail together with others: for a few minutes, or for its person's digest. */
@Entity('mail_line')
export class MailLineEntity extends TenantRow {
  @Column('uuid')
  personId: string;

  @Column('text')
  pace: 'soon' | 'digest';

  @Column('jsonb')
  line: MailLine;

  @Column('timestamptz')
  dueAt: Date;
}
