import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What numbers the parts of one plan. */
abstract class NumberedInPlan {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  planId: string;

  @PrimaryColumn('int')
  no: number;
}

/** 重点任务 */
@Entity('key_task')
export class KeyTaskRow extends NumberedInPlan {
  @Column('text')
  title: string;
}

/** 工作任务 */
@Entity('work_task')
export class WorkTaskRow extends NumberedInPlan {
  @Column('int')
  keyTaskNo: number;

  @Column('text')
  title: string;
}
