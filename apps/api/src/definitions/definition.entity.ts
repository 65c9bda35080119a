import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A flow under its key; what runs are its versions. */
@Entity('definition')
export class DefinitionEntity extends TenantRow {
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
