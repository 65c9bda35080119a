import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A sentence that people write again and again: one person's, or all of a unit's. */
@Entity('phrase')
export class PhraseEntity extends TenantRow {
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text', { nullable: true })
  unitId: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz')
  createdAt: Date;
}
