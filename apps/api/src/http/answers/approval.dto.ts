import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MATTER_VERBS, TASK_VERBS, type ReturnTarget, type Verb } from '@chengban/domain';
import { IsObject } from 'class-validator';
import { NamedDto } from './named.dto.js';
import { Label } from '../validation/label.js';

export class ReturnTargetDto {
  @ApiProperty({ enum: ['drafter', 'previous', 'named', 'node'] })
  where: ReturnTarget['where'];

  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String], description: '改好后怎样走：direct 直接送回，replay 重新走一遍；drawn 按流程图' })
  after: readonly string[] | 'drawn';
}

class PlaceDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;
}

export class MoveDto extends PlaceDto {
  @ApiProperty({ description: '停在这里的令牌' })
  token: number;

  @ApiProperty({ type: [PlaceDto], description: '可以调到的环节' })
  to: readonly PlaceDto[];
}

export class OfferDto {
  @ApiProperty({ enum: [...TASK_VERBS, ...MATTER_VERBS] })
  verb: Verb;

  @ApiProperty()
  label: string;

  @ApiProperty()
  allowed: boolean;

  @ApiPropertyOptional()
  code?: string;

  @ApiPropertyOptional({ description: '为什么不能' })
  reason?: string;

  @ApiPropertyOptional({ description: '怎样才能' })
  cure?: string;

  @ApiPropertyOptional({ type: [ReturnTargetDto], description: '可以退回到哪里，默认的在最前' })
  targets?: readonly ReturnTargetDto[];

  @ApiPropertyOptional({ type: [MoveDto], description: '可以怎样调度' })
  moves?: readonly MoveDto[];
}

export class SeatDecisionDto {
  @ApiProperty({ enum: ['submit', 'approve', 'return', 'reject'] })
  verb: string;

  @ApiProperty({ type: NamedDto })
  by: NamedDto;

  @ApiProperty({ type: NamedDto, nullable: true, description: '代谁办理' })
  for: NamedDto | null;

  @ApiProperty()
  at: Date;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true, description: '自动去重：在哪个环节已经同意' })
  repeats: string | null;
}

export class AskedDto {
  @ApiProperty()
  by: number;

  @ApiProperty({ enum: ['before', 'after', 'beside'] })
  side: string;

  @ApiProperty({ enum: ['all', 'any', 'sequence'] })
  mode: string;

  @ApiProperty({ type: NamedDto })
  byPerson: NamedDto;
}

export class DelegationDto {
  @ApiProperty({ type: NamedDto })
  by: NamedDto;

  @ApiProperty({ type: NamedDto })
  to: NamedDto;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  opinion: string;

  @ApiProperty({ description: '已经回复' })
  back: boolean;
}

export class SeatDto {
  @ApiProperty()
  seat: number;

  @ApiProperty({ enum: ['open', 'waiting', 'decided', 'closed', 'removed'] })
  status: string;

  @ApiProperty({ type: [NamedDto] })
  who: readonly NamedDto[];

  @ApiProperty({ description: '已经签收' })
  claimed: boolean;

  @ApiProperty({ description: '没有找到人，由流程管理员处理' })
  fallback: boolean;

  @ApiProperty({ type: SeatDecisionDto, nullable: true })
  decision: SeatDecisionDto | null;

  @ApiProperty({ type: AskedDto, nullable: true, description: '加签' })
  asked: AskedDto | null;

  @ApiProperty({ type: [DelegationDto], description: '委派' })
  delegations: readonly DelegationDto[];

  @ApiProperty({ description: '催办次数' })
  urged: number;
}

export class SittingDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  token: number;

  @ApiProperty({ type: Date, nullable: true })
  dueAt: Date | null;

  @ApiProperty({ description: '多人怎样办理；一个人办理时为空' })
  rule: string;

  @ApiProperty({ type: [String], description: '还差谁' })
  missing: readonly string[];

  @ApiProperty({ type: [SeatDto] })
  seats: readonly SeatDto[];
}

export class PredictedStepDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  rule: string;

  @ApiProperty({ type: [NamedDto] })
  who: readonly NamedDto[];
}

class UnknownDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String] })
  fields: readonly string[];
}

class StuckDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  message: string;
}

export class PredictionDto {
  @ApiProperty({ type: [PredictedStepDto], description: '大家都同意的话，接下来的环节' })
  next: readonly PredictedStepDto[];

  @ApiProperty({ type: UnknownDto, nullable: true, description: '填好这些内容才知道怎样走' })
  unknown: UnknownDto | null;

  @ApiProperty({ type: StuckDto, nullable: true })
  stuck: StuckDto | null;

  @ApiProperty()
  ends: boolean;
}

export class PredictionBody {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '填写到现在的内容' })
  @Label('表单内容')
  @IsObject()
  form: object;
}

export class RerouteDto {
  @ApiProperty({ type: NamedDto })
  by: NamedDto;

  @ApiProperty({ description: '现在停在哪个环节' })
  from: string;

  @ApiProperty({ description: '要调到哪个环节' })
  to: string;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  at: Date;
}
