import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FormDefinition, JsonObject, Verb } from '@chengban/domain';
import { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import { EvidenceDto } from '../http/answers/evidence.dto.js';
import { NamedDto } from '../http/answers/named.dto.js';
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

export class OfferDto {
  @ApiProperty({ enum: ['claim', 'release', 'save', 'submit', 'approve', 'return'] })
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
}

export class TaskPageDto extends TaskDto {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: '所属的承办事项' })
  obligation: object | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '表单' })
  form: FormDefinition;

  @ApiProperty({ type: KeptDraftDto, nullable: true, description: '本单位尚未报送的草稿' })
  draft: KeptDraftDto | null;

  @ApiProperty({ type: [OfferDto], description: '可以怎样办理；不能的写明原因' })
  offers: readonly OfferDto[];

  @ApiProperty({ type: [RoundDto] })
  rounds: readonly RoundDto[];

  @ApiProperty({ type: DefinitionRefDto })
  definition: DefinitionRefDto;
}
