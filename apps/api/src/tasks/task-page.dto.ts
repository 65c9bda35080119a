import { ApiProperty } from '@nestjs/swagger';
import type { FormAccess, FormDefinition, JsonObject } from '@chengban/domain';
import { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import { EvidenceDto } from '../http/answers/evidence.dto.js';
import { NamedDto } from '../http/answers/named.dto.js';
import { OfferDto, PredictionDto, SittingDto } from '../http/answers/approval.dto.js';
import { RoundDto } from '../http/answers/round.dto.js';
import { AnswerBody } from './return-items.dto.js';
import { TaskDto } from './tasks.dto.js';

export class KeptDraftDto {
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: JsonObject;

  @ApiProperty({ type: [EvidenceDto] })
  evidence: readonly EvidenceDto[];

  @ApiProperty({ type: [AnswerBody], description: '对退回问题的回应，可能还没写完' })
  answers: readonly AnswerBody[];

  @ApiProperty()
  savedAt: Date;

  @ApiProperty({ type: NamedDto })
  savedBy: NamedDto;
}

export class ChoiceDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  @ApiProperty({ type: String, nullable: true })
  role: string | null;

  @ApiProperty({ type: Number, nullable: true })
  max: number | null;

  @ApiProperty({ type: [NamedDto] })
  chosen: readonly NamedDto[];
}

export class TaskPageDto extends TaskDto {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: '所属的承办事项' })
  obligation: object | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '表单' })
  form: FormDefinition;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '各项在本环节：write 填、read 读；required 必填',
  })
  access: FormAccess;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '目前的内容，含审核人填写的' })
  data: JsonObject;

  @ApiProperty({ type: [String], description: '只由审核人填写的项' })
  reviewFields: readonly string[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '人员和单位的名称，按编号' })
  names: Readonly<Record<string, string>>;

  @ApiProperty({ type: [EvidenceDto], description: '表单里的附件' })
  files: readonly EvidenceDto[];

  @ApiProperty({ type: KeptDraftDto, nullable: true, description: '本单位尚未报送的草稿' })
  draft: KeptDraftDto | null;

  @ApiProperty({ type: [OfferDto], description: '可以怎样办理；不能的写明原因' })
  offers: readonly OfferDto[];

  @ApiProperty({ type: [OfferDto], description: '对整个事项可以做什么' })
  matterOffers: readonly OfferDto[];

  @ApiProperty({ type: SittingDto, nullable: true, description: '这个环节每一席的情况；办完以后为空' })
  sitting: SittingDto | null;

  @ApiProperty({ description: '这件待办是第几席' })
  seat: number;

  @ApiProperty({ description: '为什么轮到我' })
  why: string;

  @ApiProperty({ type: [ChoiceDto], description: '要由发起人选办理人的后续环节' })
  choices: readonly ChoiceDto[];

  @ApiProperty({ type: PredictionDto, nullable: true })
  prediction: PredictionDto | null;

  @ApiProperty({ type: [RoundDto] })
  rounds: readonly RoundDto[];

  @ApiProperty({ type: String, nullable: true, description: '另行办理的事项，如延期申请；承办事项本身的为空' })
  beside: string | null;

  @ApiProperty({ type: DefinitionRefDto })
  definition: DefinitionRefDto;
}
