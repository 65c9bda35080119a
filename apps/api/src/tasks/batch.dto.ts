import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Label } from '../http/validation/label.js';

export class BatchItemBody {
  @ApiProperty({ format: 'uuid' })
  @Label('待办')
  @IsUUID()
  taskId: string;

  @ApiPropertyOptional({ description: '您看到的 revision；已被更新的这一件不办' })
  @Label('revision')
  @IsOptional()
  @IsInt()
  revision?: number;
}

export class ApproveBatchBody {
  @ApiProperty({ type: [BatchItemBody], maxItems: 200 })
  @Label('待办')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((item: BatchItemBody) => item.taskId)
  @ValidateNested({ each: true })
  @Type(() => BatchItemBody)
  items: BatchItemBody[];

  @ApiPropertyOptional({ maxLength: 2000 })
  @Label('意见')
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  opinion?: string;
}

export class BatchResultDto {
  @ApiProperty()
  taskId: string;

  @ApiProperty()
  ok: boolean;

  @ApiPropertyOptional()
  code?: string;

  @ApiPropertyOptional({ description: '为什么没有办成' })
  title?: string;

  @ApiPropertyOptional({ description: '怎样才能' })
  detail?: string;

  @ApiPropertyOptional({ type: [String], description: '现在由谁办理' })
  next?: readonly string[];
}

export class BatchResultsDto {
  @ApiProperty({ type: [BatchResultDto] })
  results: readonly BatchResultDto[];
}
