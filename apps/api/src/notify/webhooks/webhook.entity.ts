import { Column, Entity } from 'typeorm';
import { TenantRow } from '../../database/tenant-row.js';
import type { Category } from '../categories.js';

/** A system that wants to be told: where, of what, and how the last try went. */
@Entity('webhook')
export class WebhookEntity extends TenantRow {
  @Column('text')
  name: string;

  /** may hold the receiver's own key in its query: shown to administrators, never written to a log */
  @Column('text')
  url: string;

  @Column('text', { array: true })
  categories: Category[];

  /** false: nothing new is sent */
  @Column('boolean')
  active: boolean;

  /** what signs; null until it was made. It leaves the database only to sign, and once when it is made */
  @Column('text', { nullable: true, select: false })
  secret: string | null;

  @Column('timestamptz', { nullable: true })
  secretSince: Date | null;

  @Column('integer')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastAt: Date | null;

  @Column('boolean', { nullable: true })
  lastOk: boolean | null;

  /** in Chinese: what the receiver answered, or why it was not reached */
  @Column('text', { nullable: true })
  lastDetail: string | null;
}
