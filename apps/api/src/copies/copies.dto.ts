import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES, type Role } from '@chengban/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { Label } from '../http/validation/label.js';

export const COPY_KINDS = ['cc', 'circulate'] as const;
const MAX_NOTE = 500;

class UnitRoleBody {
  @ApiProperty()
  @Label('单位')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  unitId: string;

  @ApiProperty({ enum: Object.keys(ROLES) })
  @Label('岗位')
  @IsIn(Object.keys(ROLES))
  role: Role;
}

export class MakeCopiesBody {
  @ApiProperty({ enum: COPY_KINDS, description: 'cc：抄送，只需阅读；circulate：传阅，阅后签署意见' })
  @Label('方式')
  @IsIn(COPY_KINDS)
  kind: 'cc' | 'circulate';

  @ApiPropertyOptional({ type: [String] })
  @Label('接收人')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  personIds?: string[];

  @ApiPropertyOptional({ type: [UnitRoleBody], description: '某单位某岗位的所有人' })
  @Label('接收岗位')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => UnitRoleBody)
  roles?: UnitRoleBody[];

  @ApiPropertyOptional({ maxLength: MAX_NOTE })
  @Label('附言')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NOTE)
  note?: string;
}

export class RemarkBody {
  @ApiProperty({ maxLength: MAX_NOTE, example: '已阅。' })
  @Label('意见')
  @IsString()
  @MaxLength(MAX_NOTE)
  text: string;
}

export class RecipientQuery {
  @ApiPropertyOptional({ description: '姓名或单位的一部分' })
  @Label('关键词')
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}

export class MadeCopiesDto {
  @ApiProperty({ description: '发出多少份' })
  made: number;

  @ApiProperty({ type: [String], description: '还有没读的，因此没有重复发给' })
  waiting: readonly string[];
}

export class RemindedDto {
  @ApiProperty({ description: '提醒了多少人' })
  reminded: number;
}

class CopyFacts {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: COPY_KINDS })
  kind: 'cc' | 'circulate';

  @ApiProperty({ type: NamedDto, nullable: true, description: '流程自动抄送时为空' })
  by: NamedDto | null;

  @ApiProperty()
  note: string;

  @ApiProperty()
  madeAt: Date;

  @ApiProperty({ type: Date, nullable: true, description: '第一次打开的时间' })
  readAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  remark: string | null;

  @ApiProperty({ type: Date, nullable: true })
  remarkedAt: Date | null;

  @ApiProperty({ description: '还没有阅读（传阅：还没有签署意见）' })
  waiting: boolean;
}

export class ReceivedCopyDto extends CopyFacts {
  @ApiProperty()
  instanceId: string;

  @ApiProperty()
  obligationId: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  measureNo: number;

  @ApiProperty()
  measureText: string;

  @ApiProperty()
  requirement: string;

  @ApiProperty({ type: NamedDto })
  unit: NamedDto;
}

export class ReceivedCopiesDto {
  @ApiProperty({ type: [ReceivedCopyDto] })
  items: ReceivedCopyDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ description: '待阅总数' })
  waiting: number;
}

export class OpenedCopiesDto {
  @ApiProperty({ type: [ReceivedCopyDto], description: '这件事发给本人的，没有时为空' })
  items: ReceivedCopyDto[];
}

export class SentCopyDto extends CopyFacts {
  @ApiProperty({ type: NamedDto })
  person: NamedDto;

  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '按岗位发出时是哪个岗位' })
  roleName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '流程自动抄送时是哪个环节' })
  nodeName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '最近一次催阅的日期' })
  remindedOn: string | null;

  @ApiProperty()
  reminders: number;
}

export class SentCopiesDto {
  @ApiProperty({ type: [SentCopyDto] })
  items: SentCopyDto[];

  @ApiProperty({ enum: COPY_KINDS, isArray: true, description: '现在可以怎样发：抄送、传阅' })
  kinds: ('cc' | 'circulate')[];

  @ApiProperty({ type: String, nullable: true, description: '为什么不能抄送；能抄送时为空' })
  refusal: string | null;

  @ApiProperty({ description: '现在可以催阅的人数：还没读、今天没有催过' })
  remindable: number;
}
