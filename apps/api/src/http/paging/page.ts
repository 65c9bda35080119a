import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Label } from '../validation/label.js';

export const DEFAULT_LIMIT = 50;

/** Query of every list. Extend it with the list's own filters. */
export class PageQuery {
  @ApiPropertyOptional({ description: '上一页答复中的 nextCursor' })
  @Label('翻页位置')
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @Label('每页条数')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
