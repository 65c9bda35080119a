import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Somebody with an account. What they may do comes from memberships alone. */
@Entity('person')
export class Person extends TenantRow {
  /** the name typed at sign-in, lower case */
  @Column('text')
  account: string;

  @Column('text')
  name: string;

  /** where mail goes; only its owner sees and sets it */
  @Column('text', { nullable: true, select: false })
  email?: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
