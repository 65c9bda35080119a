import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins in a row, per account name (existing or not) and network address. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('text')
  account: string;

  @PrimaryColumn('text')
  address: string;

  @Column('int')
  failures: number;

  @Column('timestamptz')
  lastAt: Date;

  @Column('timestamptz')
  blockedUntil: Date;
}
