import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import { NamedDto } from '../http/answers/named.dto.js';
import { PageQuery } from '../http/paging/page.js';
import { Label } from '../http/validation/label.js';
import { DELIVERY_KINDS, type DeliveryKind } from './delivery-words.js';

const STATES = ['open', 'abandoned'] as const;

export class DeliveriesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: STATES,
    default: 'open',
    description: 'open：要人处理的（多次没有送达，或系统放弃了）；abandoned：已放弃的，不论谁放弃',
  })
  @Label('状态')
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class DeliveryObligationDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  unitName: string;
}

export class AbandonedDto {
  @ApiProperty()
  at: Date;

  @ApiProperty({ type: NamedDto, nullable: true, description: 'null：系统，因为一直没有流程接收' })
  by: NamedDto | null;

  @ApiProperty()
  reason: string;
}

export class DeliveryDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: DELIVERY_KINDS })
  kind: DeliveryKind;

  @ApiProperty({ description: '这是什么', example: '消息“行政复议决定”' })
  what: string;

  @ApiProperty({ description: '消息、信号、要开始的流程的名称，通知的标题，定时所在的环节' })
  name: string;

  @ApiProperty({ type: String, nullable: true, description: '消息的关联值' })
  key: string | null;

  @ApiProperty({ type: String, nullable: true, description: '定时、定时开始所在的环节；null：不是定时' })
  node: string | null;

  @ApiProperty({ type: String, nullable: true })
  instanceId: string | null;

  @ApiProperty({ type: DeliveryObligationDto, nullable: true, description: 'null：不属于某一件承办事项' })
  obligation: DeliveryObligationDto | null;

  @ApiProperty({
    type: DefinitionRefDto,
    nullable: true,
    description: '发出它的、定时所在的、要开始的流程；null：从外部发来',
  })
  definition: DefinitionRefDto | null;

  @ApiProperty({ description: '第一次没有送达的时间' })
  since: Date;

  @ApiProperty({ description: '试过几次' })
  attempts: number;

  @ApiProperty({ description: '最近一次为什么没有送达' })
  error: string;

  @ApiProperty({ description: '怎么办' })
  cure: string;

  @ApiProperty({ type: Date, nullable: true, description: '下次自动再试的时间；null：已放弃，不再试' })
  nextTryAt: Date | null;

  @ApiProperty({ type: AbandonedDto, nullable: true })
  abandoned: AbandonedDto | null;

  @ApiProperty({ description: '版次，操作时放进 If-Match' })
  revision: number;
}

export class DeliveriesDto {
  @ApiProperty({ type: [DeliveryDto] })
  items: DeliveryDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ description: '要人处理的总数' })
  open: number;
}

export class AbandonDto {
  @ApiProperty({ minLength: 2, maxLength: 500 })
  @Label('理由')
  @IsString()
  @Length(2, 500)
  reason: string;
}

export class DecidedDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  revision: number;

  @ApiProperty({ type: Date, nullable: true, description: '何时投递；null：已放弃' })
  nextTryAt: Date | null;
}
