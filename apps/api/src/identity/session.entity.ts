import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser. Only the hash of its token is kept: a copy of the table opens nothing. */
@Entity('session')
export class Session {
  @PrimaryColumn('text')
  tenant: string;

  /** SHA-256 of the token in the cookie */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;
}
