import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FormDefinition } from '@chengban/domain';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { EvidenceDto } from '../http/answers/evidence.dto.js';
import { NamedDto } from '../http/answers/named.dto.js';
import { OUTCOMES, RoundDto, type RoundOutcome } from '../http/answers/round.dto.js';
import { PageQuery } from '../http/paging/page.js';
import { Label } from '../http/validation/label.js';

export class SubmissionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'true：只看本人报送的' })
  @Label('只看本人')
  @IsOptional()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';

  @ApiPropertyOptional({ format: 'uuid' })
  @Label('承办事项')
  @IsOptional()
  @IsUUID()
  obligationId?: string;
}

class LastRoundDto {
  @ApiProperty()
  no: number;

  @ApiProperty()
  submittedAt: Date;

  @ApiProperty({ enum: OUTCOMES })
  outcome: RoundOutcome;
}

class SubmissionFacts {
  @ApiProperty()
  id: string;

  @ApiProperty()
  obligationId: string;

  @ApiProperty()
  instanceId: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  measureNo: number;

  @ApiProperty()
  measureText: string;

  @ApiProperty()
  requirement: string;

  @ApiProperty({ type: String, nullable: true, description: '另行办理的事项，如延期申请；承办事项本身的为空' })
  beside: string | null;

  @ApiProperty({ type: NamedDto })
  unit: NamedDto;

  @ApiProperty({ enum: ['drafting', 'submitted', 'returned', 'closed'] })
  status: string;

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: LastRoundDto, nullable: true })
  lastRound: LastRoundDto | null;

  @ApiProperty()
  updatedAt: Date;
}

export class SubmissionDto extends SubmissionFacts {
  @ApiProperty()
  rounds: number;
}

export class SubmissionPageDto extends SubmissionFacts {
  @ApiProperty({ type: [RoundDto] })
  rounds: readonly RoundDto[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: '填报用的表单' })
  form: FormDefinition;

  @ApiProperty({ type: [String], description: '只由审核人填写的项' })
  reviewFields: readonly string[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '人员和单位的名称，按编号' })
  names: Readonly<Record<string, string>>;

  @ApiProperty({ type: [EvidenceDto], description: '表单里的附件' })
  files: readonly EvidenceDto[];
}

export class SubmissionsDto {
  @ApiProperty({ type: [SubmissionDto] })
  items: SubmissionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
