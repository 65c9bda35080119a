import type { Role } from '@chengban/domain';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A person holds a role in a unit from one day to another; the last day is included. */
@Entity('membership')
export class Membership extends TenantRow {
  @Column('uuid')
  personId: string;

  @Column('text')
  unitId: string;

  @Column('text')
  role: Role;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
