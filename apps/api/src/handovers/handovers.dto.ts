import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { Label } from '../http/validation/label.js';

/** Matters that one request may hand over; a leaver with more is handed over in several. */
export const MOST_MATTERS = 200;

export class HandoverQuery {
  @ApiProperty({ format: 'uuid', description: '谁离开' })
  @Label('离开的人')
  @IsUUID()
  fromId: string;

  @ApiProperty({ format: 'uuid', description: '交给谁' })
  @Label('接手的人')
  @IsUUID()
  toId: string;
}

export class HandoverBody extends HandoverQuery {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_MATTERS })
  @Label('事项')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MATTERS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  instanceIds: string[];

  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;
}

export class HandoverSeatDto {
  @ApiProperty({ description: '环节' })
  name: string;

  @ApiProperty({ description: '已由离开的人签收，或者只能由其办理' })
  own: boolean;

  @ApiProperty({ description: '还有别的候选人可以办理' })
  shared: boolean;

  @ApiPropertyOptional({ description: '为什么不能交给这个人' })
  reason?: string;

  @ApiPropertyOptional({ description: '怎样才能' })
  cure?: string;
}

export class HandoverMatterDto {
  @ApiProperty()
  instanceId: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  requirement: string;

  @ApiProperty({ type: NamedDto })
  unit: NamedDto;

  @ApiProperty({ type: [HandoverSeatDto] })
  seats: readonly HandoverSeatDto[];

  @ApiProperty({ description: '可以交接' })
  possible: boolean;
}

export class HandoverPreviewDto {
  @ApiProperty({ type: [HandoverMatterDto] })
  items: readonly HandoverMatterDto[];

  @ApiProperty({ description: '还有更多，请先交接这一批' })
  more: boolean;
}

export class HandoverResultDto {
  @ApiProperty()
  instanceId: string;

  @ApiProperty()
  ok: boolean;

  @ApiPropertyOptional()
  code?: string;

  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional()
  detail?: string;
}

export class HandoverResultsDto {
  @ApiProperty({ type: [HandoverResultDto] })
  results: readonly HandoverResultDto[];
}
