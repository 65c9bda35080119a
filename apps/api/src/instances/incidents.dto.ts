import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@chengban/domain';
import { IsInt, IsObject, IsOptional, IsString, Length, Min } from 'class-validator';
import { DefinitionRefDto } from '../http/answers/definition-ref.dto.js';
import { Label } from '../http/validation/label.js';

export class IncidentDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  nodeName: string;

  @ApiProperty({ description: '同一环节有几处时，是哪一处' })
  token: number;

  @ApiProperty({ example: 'job-failed' })
  code: string;

  @ApiProperty({ description: '为什么停住' })
  message: string;

  @ApiProperty({ description: '怎么办' })
  cure: string;
}

export class TroubledInstanceDto {
  @ApiProperty()
  instanceId: string;

  @ApiProperty({ description: '实例的版次，重试时放进 If-Match' })
  revision: number;

  @ApiProperty()
  obligationId: string;

  @ApiProperty()
  obligationNumber: string;

  @ApiProperty()
  unitName: string;

  @ApiProperty()
  requirement: string;

  @ApiProperty({ type: DefinitionRefDto })
  definition: DefinitionRefDto;

  @ApiProperty()
  since: Date;

  @ApiProperty({ type: [IncidentDto] })
  incidents: readonly IncidentDto[];
}

export class IncidentsDto {
  @ApiProperty({ type: [TroubledInstanceDto] })
  items: TroubledInstanceDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class RetryIncidentDto {
  @ApiProperty()
  @Label('环节')
  @IsString()
  @Length(1, 200)
  nodeId: string;

  @ApiPropertyOptional()
  @Label('位置')
  @IsOptional()
  @IsInt()
  @Min(0)
  token?: number;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '补正的内容，覆盖同名的内容' })
  @Label('补正的内容')
  @IsOptional()
  @IsObject()
  variables?: JsonObject;
}

export class RetriedDto {
  @ApiProperty()
  revision: number;

  @ApiProperty({ enum: ['running', 'completed', 'incident'] })
  status: string;
}
