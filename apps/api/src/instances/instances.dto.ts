import { ApiProperty } from '@nestjs/swagger';
import { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import { NamedDto } from '../http/answers/named.dto.js';
import { OfferDto, PredictionDto, RerouteDto, SittingDto } from '../http/answers/approval.dto.js';

export class StartedDto {
  @ApiProperty()
  instanceId: string;

  @ApiProperty({ type: String, nullable: true, description: '开始人自己的待办；没有时为空' })
  taskId: string | null;
}

export class DiagramDto {
  @ApiProperty({ type: [String], description: '正在办理的节点' })
  active: readonly string[];

  @ApiProperty({ type: [String], description: '已经过的节点' })
  done: readonly string[];

  @ApiProperty({ type: [String], description: '已走过的连线' })
  taken: readonly string[];
}

export class HistoryItemDto {
  @ApiProperty()
  seq: number;

  @ApiProperty()
  at: Date;

  @ApiProperty({ type: NamedDto, nullable: true, description: '系统自动办理时为空' })
  actor: NamedDto | null;

  @ApiProperty({ type: NamedDto, nullable: true, description: '代谁办理；null：为本人' })
  for: NamedDto | null;

  @ApiProperty()
  verb: string;

  @ApiProperty()
  verbName: string;

  @ApiProperty({ type: String, nullable: true })
  nodeId: string | null;

  @ApiProperty({ type: String, nullable: true })
  nodeName: string | null;

  @ApiProperty()
  text: string;

  @ApiProperty({ description: '是否仍然算数；退回、撤回等以前的办理不再算数' })
  counts: boolean;
}

export class UpcomingDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String] })
  who: readonly string[];
}

export class StandInDto {
  @ApiProperty({ type: NamedDto, description: '不在岗的人' })
  for: NamedDto;

  @ApiProperty({ type: NamedDto, description: '代理人' })
  by: NamedDto;
}

export class InstanceDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  obligationId: string;

  @ApiProperty({ type: DefinitionRefDto })
  definition: DefinitionRefDto;

  @ApiProperty({ enum: ['running', 'completed', 'incident'] })
  status: string;

  @ApiProperty()
  revision: number;

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty()
  startedAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  endedAt: Date | null;

  @ApiProperty({ type: DiagramDto })
  diagram: DiagramDto;

  @ApiProperty({ type: [HistoryItemDto] })
  history: readonly HistoryItemDto[];

  @ApiProperty({ type: [UpcomingDto], description: '正在等谁办理' })
  current: readonly UpcomingDto[];

  @ApiProperty({ type: [SittingDto], description: '正在办理的环节，每一席的情况' })
  sittings: readonly SittingDto[];

  @ApiProperty({ type: [StandInDto], description: '这些环节的办理人中，今天由谁代谁办理' })
  standIns: readonly StandInDto[];

  @ApiProperty({ type: PredictionDto })
  prediction: PredictionDto;

  @ApiProperty({ type: [OfferDto], description: '对整个事项可以做什么；不能的写明原因' })
  offers: readonly OfferDto[];

  @ApiProperty({ type: RerouteDto, nullable: true, description: '等待另一个人确认的调度' })
  reroute: RerouteDto | null;

  @ApiProperty({ type: [UpcomingDto], description: '之后的环节（预测）' })
  upcoming: readonly UpcomingDto[];
}
