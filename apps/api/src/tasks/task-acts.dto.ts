import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SIGNER_MODES, SIGNER_SIDES, type JsonObject, type SignerMode, type SignerSide } from '@chengban/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { Label } from '../http/validation/label.js';

export class RejectBody {
  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('理由')
  @IsString()
  @MaxLength(20_000)
  reason: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '由审核人填写的内容' })
  @Label('填写的内容')
  @IsOptional()
  @IsObject()
  data?: JsonObject;
}

export class PassOnBody {
  @ApiProperty({ format: 'uuid', description: '交给谁' })
  @Label('接收人')
  @IsUUID()
  toId: string;

  @ApiProperty({ maxLength: 2000, description: '原因；委派时可以不写' })
  @Label('原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;
}

export class ReplyBody {
  @ApiProperty({ minLength: 1, maxLength: 2000 })
  @Label('意见')
  @IsString()
  @MaxLength(20_000)
  opinion: string;
}

export class AddSignersBody {
  @ApiProperty({ enum: SIGNER_SIDES, description: '前、后、并行' })
  @Label('加签位置')
  @IsIn(SIGNER_SIDES)
  side: SignerSide;

  @ApiProperty({ enum: SIGNER_MODES, description: '会签、或签、依次' })
  @Label('加签方式')
  @IsIn(SIGNER_MODES)
  mode: SignerMode;

  @ApiProperty({ type: [String], format: 'uuid' })
  @Label('加签人')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  personIds: string[];

  @ApiPropertyOptional({ maxLength: 2000 })
  @Label('原因')
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  reason?: string;
}

export class RemoveSignerBody {
  @ApiProperty({ description: '第几席' })
  @Label('席位')
  @IsInt()
  seat: number;

  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;
}
