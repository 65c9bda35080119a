import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlanReading } from '@chengban/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate, IsYearlyDay } from '../http/validation/civil-date.js';
import { Label } from '../http/validation/label.js';
import { PersonRef } from './refs.dto.js';

export class PlanDraftAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: '原件的 SHA-256，十六进制' })
  fileSha256: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '读出的方案：任务、措施、修补与问题' })
  reading: PlanReading;

  @ApiProperty({ enum: ['draft', 'confirmed'] })
  status: 'draft' | 'confirmed';

  @ApiProperty()
  revision: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '确认后生成的方案' })
  planId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: PersonRef, nullable: true })
  createdBy: PersonRef | null;
}

export class PlanDraftItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ enum: ['draft', 'confirmed'] })
  status: 'draft' | 'confirmed';

  @ApiProperty()
  measureCount: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  planId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class PlanDraftList {
  @ApiProperty({ type: [PlanDraftItem] })
  items: PlanDraftItem[];
}

export class MilestoneBody {
  @ApiPropertyOptional({ example: '2024-12-31', description: '最后一天；与 yearly 二选一' })
  @Label('节点日期')
  @IsOptional()
  @IsCivilDate()
  due?: string;

  @ApiPropertyOptional({ example: '11-20', description: '每年的最后一天；与 due 二选一' })
  @Label('每年的节点')
  @IsOptional()
  @IsYearlyDay()
  yearly?: string;

  @ApiProperty({ description: '到时要完成什么；原文没有写时为空' })
  @Label('节点要求')
  @IsString()
  @MaxLength(2000)
  requirement: string;

  @ApiPropertyOptional({ type: [String], description: '只对这些领域的单位' })
  @Label('领域')
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  sectors?: string[];

  @ApiPropertyOptional({ type: [String], description: '这些领域的单位除外' })
  @Label('除外的领域')
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  exceptSectors?: string[];
}

export class DeadlineBody {
  @ApiProperty({ type: [MilestoneBody] })
  @Label('节点')
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MilestoneBody)
  milestones: MilestoneBody[];

  @ApiProperty({ description: '持续推进、长期推进' })
  @Label('是否持续推进')
  @IsBoolean()
  ongoing: boolean;
}

export class CorrectMeasureBody {
  @ApiPropertyOptional({ type: [String], description: '责任单位，单位或单位组的名称' })
  @Label('责任单位')
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  units?: string[];

  @ApiPropertyOptional({ type: DeadlineBody, description: '完成时限的读法；原文保持不变' })
  @Label('完成时限')
  @IsOptional()
  @ValidateNested()
  @Type(() => DeadlineBody)
  deadline?: DeadlineBody;
}

export class ConfirmPlanBody {
  @ApiProperty()
  @Label('方案名称')
  @IsString()
  @Matches(/\S/, { message: '方案名称不能为空' })
  @MaxLength(200)
  title: string;

  @ApiProperty({ example: '台执督', description: '承办事项编号以它开头' })
  @Label('方案代号')
  @IsString()
  @Matches(/^[\p{L}\p{N}]{1,12}$/u, { message: '方案代号应当是 1 到 12 个汉字、字母或数字' })
  code: string;

  @ApiProperty({ example: '2024-01-01' })
  @Label('起始日期')
  @IsCivilDate()
  periodFrom: string;

  @ApiProperty({ example: '2025-12-31' })
  @Label('结束日期')
  @IsCivilDate()
  periodTo: string;
}

export class ConfirmedPlan {
  @ApiProperty({ format: 'uuid' })
  planId: string;

  @ApiProperty()
  obligationCount: number;
}
