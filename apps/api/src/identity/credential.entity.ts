import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's password, as argon2id only. */
@Entity('credential')
export class Credential {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  changedAt: Date;
}
