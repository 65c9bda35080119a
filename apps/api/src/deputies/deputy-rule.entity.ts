import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** 代理: from one day to another, both included, the deputy does the principal's tasks. */
@Entity('deputy_rule')
export class DeputyRuleEntity extends TenantRow {
  /** who is away */
  @Column('uuid')
  principalId: string;

  @Column('uuid')
  deputyId: string;

  @Column('date')
  validFrom: string;

  @Column('date')
  validTo: string;

  /** null: every flow */
  @Column('text', { array: true, nullable: true })
  definitionKeys: string[] | null;

  @Column('text')
  reason: string;

  /** the principal, or the flow administrator who made the rule for them */
  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  madeAt: Date;

  /** with `endedAt`: ended before its last day was over */
  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
