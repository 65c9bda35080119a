import type { Deadline, MeasureSource } from '@chengban/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 主要措施 as confirmed, beside the document's own words. */
@Entity('measure')
export class MeasureRow {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  planId: string;

  @PrimaryColumn('int')
  no: number;

  @Column('int')
  keyTaskNo: number;

  @Column('int')
  workTaskNo: number;

  @Column('text')
  text: string;

  /** names as in the document, groups included */
  @Column('text', { array: true })
  units: string[];

  @Column('jsonb')
  deadline: Deadline;

  @Column('jsonb')
  source: MeasureSource;
}
