import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject, ReturnTo, SeatClosing, TaskPurpose } from '@chengban/domain';
import { Type } from 'class-transformer';
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
  ValidateNested,
} from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { PageQuery } from '../http/paging/page.js';
import { Label } from '../http/validation/label.js';
import { IsPersonsByNode } from './persons-by-node.js';
import { AnswerBody, ItemBody } from './return-items.dto.js';

const RETURN_WHERE = ['drafter', 'previous', 'named', 'node'] as const;
const RETURN_AFTER = ['direct', 'replay'] as const;
const CLOSINGS = ['done', 'byOthers', 'cancelled', 'takenBack', 'removed'] as const satisfies readonly SeatClosing[];

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'done'], default: 'open', description: 'open：待办；done：已办' })
  @Label('状态')
  @IsOptional()
  @IsIn(['open', 'done'])
  status?: 'open' | 'done';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'true',
    description: 'true：由本人办理或代他人办理的；false：可以查看的全部',
  })
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

  @ApiPropertyOptional({ type: [AnswerBody], description: '对退回时指出的问题的回应' })
  @Label('回应')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AnswerBody)
  answers?: AnswerBody[];
}

export class SubmitBody extends DraftBody {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string', format: 'uuid' } },
    description: '发起人自选：由谁办理哪个环节，按环节编号',
  })
  @Label('后续环节的办理人')
  @IsOptional()
  @IsPersonsByNode()
  chosen?: Record<string, string[]>;
}

export class ApproveBody {
  @ApiPropertyOptional({ maxLength: 2000 })
  @Label('意见')
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  opinion?: string;

  @ApiPropertyOptional({ type: [String], description: '已解决的问题的编号' })
  @Label('已解决的问题')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true, message: '问题编号不是有效的编号' })
  resolved?: string[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '由审核人填写的内容' })
  @Label('填写的内容')
  @IsOptional()
  @IsObject()
  data?: JsonObject;
}

export class ReturnBody {
  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('退回原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;

  @ApiPropertyOptional({
    enum: RETURN_WHERE,
    description: '退到哪里：起草人、上一环节、流程图指定的环节、某个办过的环节',
  })
  @Label('退到哪里')
  @IsOptional()
  @IsIn(RETURN_WHERE)
  where?: ReturnTo['where'];

  @ApiPropertyOptional({ description: 'where 为 node 时：退到哪个环节' })
  @Label('退到的环节')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nodeId?: string;

  @ApiPropertyOptional({ enum: RETURN_AFTER, description: '改好后：direct 直接送回退回的人，replay 重新走一遍' })
  @Label('改好后怎样走')
  @IsOptional()
  @IsIn(RETURN_AFTER)
  after?: ReturnTo['after'];

  @ApiPropertyOptional({ type: [ItemBody], description: '逐条指出的问题，报送单位要逐条回应' })
  @Label('问题')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ItemBody)
  items?: ItemBody[];

  @ApiPropertyOptional({ type: [String], description: '已解决的问题的编号' })
  @Label('已解决的问题')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true, message: '问题编号不是有效的编号' })
  resolved?: string[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '由审核人填写的内容' })
  @Label('填写的内容')
  @IsOptional()
  @IsObject()
  data?: JsonObject;
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

  @ApiProperty({ type: NamedDto, nullable: true, description: '代谁办理；null：本人就是办理人，或者不能办理' })
  actingFor: NamedDto | null;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @ApiProperty({
    enum: CLOSINGS,
    nullable: true,
    description: '怎样结束：done 本人办完，byOthers 已由他人办理，cancelled 不用再办，takenBack 被撤回，removed 减签',
  })
  closedHow: SeatClosing | null;

  @ApiProperty({ type: String, nullable: true, description: '因哪个操作结束' })
  closedVerb: string | null;

  @ApiProperty({ type: NamedDto, nullable: true, description: '因谁的操作结束；null：不是人的操作' })
  closedBy: NamedDto | null;

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
