import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { Label } from '../http/validation/label.js';

/** Where an item points: `field`, with `row` and `column` in a table, or `evidenceId`. */
export class AnchorBody {
  @ApiPropertyOptional({ description: '表单字段' })
  @Label('表单字段')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  field?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: '表格的行，从 0 起' })
  @Label('行')
  @IsOptional()
  @IsInt()
  @Min(0)
  row?: number;

  @ApiPropertyOptional({ description: '表格的列' })
  @Label('列')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  column?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '附件编号' })
  @Label('附件')
  @IsOptional()
  @IsUUID()
  evidenceId?: string;
}

export class ItemBody {
  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @Label('问题')
  @IsString()
  @MaxLength(20_000)
  text: string;

  @ApiPropertyOptional({ type: AnchorBody, description: '指向哪里；不写是指整份报送' })
  @Label('所指的内容')
  @IsOptional()
  @ValidateNested()
  @Type(() => AnchorBody)
  anchor?: AnchorBody;

  @ApiPropertyOptional({ format: 'uuid', description: '再次提出的是以前哪一条' })
  @Label('以前的问题')
  @IsOptional()
  @IsUUID()
  carries?: string;
}

export class AnswerBody {
  @ApiProperty({ format: 'uuid', description: '回应哪一条问题' })
  @Label('问题编号')
  @IsUUID()
  itemId: string;

  @ApiPropertyOptional({ enum: ['changed', 'explained'], description: 'changed：已修改；explained：说明' })
  @Label('怎样处理的')
  @IsOptional()
  @IsIn(['changed', 'explained'])
  done?: 'changed' | 'explained';

  @ApiProperty({ maxLength: 1000 })
  @Label('回应')
  @IsString()
  @MaxLength(20_000)
  text: string;
}
