import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** Which flow runs for which obligations. A null column fits everything; the binding with the most said wins. */
@Entity('binding')
export class BindingEntity extends TenantRow {
  @Column('uuid', { nullable: true })
  planId: string | null;

  @Column('integer', { nullable: true })
  measureNo: number | null;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text', { nullable: true })
  unitId: string | null;

  @Column('text')
  definitionKey: string;
}
