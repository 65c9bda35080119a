import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@chengban/domain';
import { IsObject, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';
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
  @ApiPropertyOptional({
    description: '给哪一个流程：流程图里写的关联值；流程图没有写的，用 obligationId 指明',
    example: '台山执法〔2025〕12号',
  })
  @Label('关联值')
  @ValidateIf(({ key, obligationId }: MessageDto) => key !== undefined || obligationId === undefined)
  @IsString()
  @MaxLength(500)
  key?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '给这个承办事项的流程' })
  @Label('承办事项')
  @IsOptional()
  @IsUUID()
  obligationId?: string;
}

export class SaidDto {
  @ApiProperty()
  id: string;
}
