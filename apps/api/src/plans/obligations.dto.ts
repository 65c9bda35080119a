import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OBLIGATION_KINDS, type Light, type ObligationKind, type ObligationStatus } from '@chengban/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../http/paging/page.js';
import { IsCivilDate } from '../http/validation/civil-date.js';
import { Label } from '../http/validation/label.js';
import { UnitRef } from './refs.dto.js';

export const STATUS_NAMES: Readonly<Record<ObligationStatus, string>> = {
  pending: '未开始',
  drafting: '填报中',
  submitted: '审核中',
  returned: '已退回',
  closed: '已办结',
};
const STATUSES = Object.keys(STATUS_NAMES);

export class LightAnswer {
  @ApiProperty({ enum: ['green', 'yellow', 'red', 'grey'] })
  colour: Light['colour'];

  @ApiProperty({ example: '临期' })
  word: string;

  @ApiProperty({ description: '依据的规则和日期' })
  reason: string;
}

export class ObligationItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: '台执督-05-007' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  planId: string;

  @ApiProperty()
  measureNo: number;

  @ApiProperty()
  measureText: string;

  @ApiProperty()
  keyTaskNo: number;

  @ApiProperty()
  keyTaskTitle: string;

  @ApiProperty()
  workTaskNo: number;

  @ApiProperty()
  workTaskTitle: string;

  @ApiProperty({ type: UnitRef })
  unit: UnitRef;

  @ApiProperty({ enum: OBLIGATION_KINDS })
  kind: ObligationKind;

  @ApiProperty()
  kindName: string;

  @ApiProperty()
  requirement: string;

  @ApiProperty({ description: '完成时限的原文' })
  deadlineText: string;

  @ApiProperty({ format: 'date', description: '最后一天' })
  dueOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: '延期以前的最后一天；没有延期的为空' })
  originalDueOn: string | null;

  @ApiProperty({ description: '延期过几次' })
  extensions: number;

  @ApiProperty({ enum: STATUSES })
  status: ObligationStatus;

  @ApiProperty()
  statusName: string;

  @ApiProperty({ type: String, nullable: true, description: '流程的结果：accepted、filed …' })
  outcome: string | null;

  @ApiProperty({ type: LightAnswer })
  light: LightAnswer;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  instanceId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '本人可以办理的待办' })
  openTaskId: string | null;
}

export class ObligationList {
  @ApiProperty({ type: [ObligationItem] })
  items: ObligationItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ObligationOffer {
  @ApiProperty({ enum: ['start', 'extend'] })
  verb: 'start' | 'extend';

  @ApiProperty({ example: '开始填报' })
  label: string;

  @ApiProperty()
  allowed: boolean;

  @ApiPropertyOptional()
  code?: string;

  @ApiPropertyOptional({ description: '为什么不能' })
  reason?: string;

  @ApiPropertyOptional({ description: '怎样才能' })
  cure?: string;
}

export class ExtensionItem {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ description: '何时生效' })
  at: Date;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '申请的内容；本人无权查看的为空' })
  submissionId: string | null;
}

export class ExtensionRequestItem {
  @ApiProperty()
  startedAt: Date;

  @ApiProperty({ type: String, nullable: true, description: '申请人' })
  startedBy: string | null;

  @ApiProperty({ type: String, nullable: true, description: '当前环节' })
  step: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '当前的待办；本人无权查看的为空' })
  taskId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '申请的内容；尚未提交或本人无权查看的为空',
  })
  submissionId: string | null;
}

export class ObligationDetail extends ObligationItem {
  @ApiProperty({ type: [ExtensionItem], description: '历次延期' })
  pastExtensions: ExtensionItem[];

  @ApiProperty({ type: ExtensionRequestItem, nullable: true, description: '正在办理的延期申请' })
  extensionRequest: ExtensionRequestItem | null;

  @ApiProperty({ type: [ObligationOffer] })
  offers: ObligationOffer[];
}

export class ObligationQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @Label('方案')
  @IsOptional()
  @IsUUID()
  planId?: string;

  @ApiPropertyOptional()
  @Label('单位')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unitId?: string;

  @ApiPropertyOptional()
  @Label('措施')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  measureNo?: number;

  @ApiPropertyOptional({ enum: [...STATUSES, 'open'], description: 'open：所有未办结的' })
  @Label('状态')
  @IsOptional()
  @IsIn([...STATUSES, 'open'])
  status?: ObligationStatus | 'open';

  @ApiPropertyOptional({ format: 'date', description: '完成时限早于这一天' })
  @Label('完成时限')
  @IsOptional()
  @IsCivilDate()
  dueBefore?: string;

  @ApiPropertyOptional({ description: '编号、要求、措施或单位名称中的文字' })
  @Label('查找的文字')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
