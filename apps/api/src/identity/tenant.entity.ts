import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A city. Its slug is the first part of every address and of every key. */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('text')
  tenant: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;
}
