import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject, TaskPurpose } from '@chengban/domain';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { PageQuery } from '../http/paging/page.js';
import { Label } from '../http/validation/label.js';

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'done'], default: 'open', description: 'open：待办；done：已办' })
  @Label('状态')
  @IsOptional()
  @IsIn(['open', 'done'])
  status?: 'open' | 'done';

  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'true', description: 'false：可以查看的全部待办' })
  @Label('只看本人')
  @IsOptional()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';
}

export class DraftBody {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '表单内容' })
  @Label('表单内容')
  @IsObject()
  data: JsonObject;

  @ApiProperty({ type: [String], description: '附件编号，按显示顺序' })
  @Label('附件')
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true, message: '附件编号不是有效的编号' })
  evidenceIds: string[];
}

export class ApproveBody {
  @ApiPropertyOptional({ maxLength: 2000 })
  @Label('意见')
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  opinion?: string;
}

export class ReturnBody {
  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('退回原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;
}

export class LightDto {
  @ApiProperty({ enum: ['green', 'yellow', 'red', 'grey'] })
  colour: 'green' | 'yellow' | 'red' | 'grey';

  @ApiProperty()
  word: string;

  @ApiProperty()
  reason: string;
}

export class TaskDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  instanceId: string;

  @ApiProperty()
  obligationId: string;

  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['draft', 'review'] })
  purpose: TaskPurpose;

  @ApiProperty({ enum: ['open', 'completed', 'cancelled'] })
  status: 'open' | 'completed' | 'cancelled';

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

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '本环节的时限' })
  dueAt: string | null;

  @ApiProperty({ type: LightDto })
  light: LightDto;

  @ApiProperty({ type: NamedDto, nullable: true, description: '签收人' })
  holder: NamedDto | null;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @ApiProperty({ description: '办理时放入 If-Match' })
  revision: number;
}

export class TasksDto {
  @ApiProperty({ type: [TaskDto] })
  items: TaskDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ActInstanceDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: ['running', 'completed', 'incident'] })
  status: string;

  @ApiProperty()
  revision: number;
}

export class NextDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String] })
  who: readonly string[];
}

export class ActAnswerDto {
  @ApiProperty({ type: TaskDto })
  task: TaskDto;

  @ApiProperty({ type: ActInstanceDto })
  instance: ActInstanceDto;

  @ApiProperty({ type: [NextDto], description: '接下来由谁办理' })
  next: readonly NextDto[];
}
