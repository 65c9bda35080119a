import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One 延期: which request moved the deadline of an obligation, and how far. The row never changes (a trigger sees to it). */
@Entity('obligation_extension')
export class ObligationExtensionRow {
  @PrimaryColumn('text')
  tenant: string;

  /** a request moves the deadline once */
  @PrimaryColumn('uuid')
  instanceId: string;

  @Column('uuid')
  obligationId: string;

  @Column('date')
  fromOn: string;

  @Column('date')
  toOn: string;

  @Column('timestamptz')
  at: Date;
}
