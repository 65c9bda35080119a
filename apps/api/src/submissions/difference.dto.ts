import { ApiProperty } from '@nestjs/swagger';
import type { RoundDifference } from '@chengban/domain';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import type { EvidenceDto } from '../http/answers/evidence.dto.js';
import { Label } from '../http/validation/label.js';

export class DifferenceQuery {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @Label('较早一轮')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  from: number;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @Label('较晚一轮')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  to: number;
}

export class DifferenceDto implements RoundDifference<EvidenceDto> {
  @ApiProperty()
  from: number;

  @ApiProperty()
  to: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '有变化的字段：filled、emptied、text、value、list、table',
  })
  fields: RoundDifference['fields'];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: '两轮的附件，后一轮的在前：same、renamed、replaced、added、removed',
  })
  files: RoundDifference<EvidenceDto>['files'];
}
