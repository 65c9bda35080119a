import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@chengban/domain';
import { IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Label } from '../http/validation/label.js';

export class SignalDto {
  @ApiProperty({ example: '专项检查启动' })
  @Label('名称')
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @Label('内容')
  @IsOptional()
  @IsObject()
  variables?: JsonObject;
}

export class MessageDto extends SignalDto {
  @ApiProperty({ description: '给哪一个流程：流程图里写的关联值', example: '台山执法〔2025〕12号' })
  @Label('关联值')
  @IsString()
  @MaxLength(500)
  key: string;
}

export class SaidDto {
  @ApiProperty()
  id: string;
}
