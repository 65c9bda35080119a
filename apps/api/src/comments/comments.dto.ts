import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { Label } from '../http/validation/label.js';

const MAX_TEXT = 2000;
const MAX_FILES = 10;
const MAX_MENTIONS = 50;

const SCOPES = ['matter', 'unit'] as const;

export class SayBody {
  @ApiProperty({ maxLength: MAX_TEXT })
  @Label('内容')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT)
  text: string;

  @ApiProperty({ enum: SCOPES, description: 'matter：能查看这件事的人都能看到；unit：仅本单位' })
  @Label('可见范围')
  @IsIn(SCOPES)
  scope: 'matter' | 'unit';

  @ApiPropertyOptional({ description: '以哪个单位的身份；不填时取与这件事最近的' })
  @Label('单位')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unitId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Label('回复的消息')
  @IsOptional()
  @IsUUID()
  replyTo?: string;

  @ApiPropertyOptional({ type: [String], description: '被提到的人' })
  @Label('提到的人')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MAX_MENTIONS)
  @IsUUID(undefined, { each: true })
  mentionIds?: string[];

  @ApiPropertyOptional({ type: [String], description: '先上传的附件' })
  @Label('附件')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MAX_FILES)
  @IsUUID(undefined, { each: true })
  fileIds?: string[];
}

export class PeopleSearchQuery {
  @ApiPropertyOptional({ description: '姓名或单位的一部分' })
  @Label('关键词')
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  @ApiPropertyOptional({ enum: SCOPES })
  @Label('可见范围')
  @IsOptional()
  @IsIn(SCOPES)
  scope?: 'matter' | 'unit';

  @ApiPropertyOptional()
  @Label('单位')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unitId?: string;
}

export class CommentFileDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: '字节' })
  size: number;
}

class RepliedDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: NamedDto })
  author: NamedDto;

  @ApiProperty({ type: String, nullable: true, description: '已撤回时为空' })
  text: string | null;
}

export class CommentDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: NamedDto })
  author: NamedDto;

  @ApiProperty({ enum: SCOPES })
  scope: 'matter' | 'unit';

  @ApiProperty({ type: NamedDto, nullable: true })
  unit: NamedDto | null;

  @ApiProperty({ type: String, nullable: true, description: '已撤回时为空' })
  text: string | null;

  @ApiProperty({ type: Date, nullable: true })
  withdrawnAt: Date | null;

  @ApiProperty({ type: RepliedDto, nullable: true })
  replyTo: RepliedDto | null;

  @ApiProperty({ type: [NamedDto] })
  mentions: readonly NamedDto[];

  @ApiProperty({ type: [CommentFileDto] })
  files: readonly CommentFileDto[];

  @ApiProperty()
  createdAt: Date;

  @ApiProperty({ type: Date, nullable: true, description: '到什么时候为止本人还可以撤回；不能撤回时为空' })
  withdrawableUntil: Date | null;
}

class AudienceDto {
  @ApiProperty({ enum: SCOPES })
  scope: 'matter' | 'unit';

  @ApiProperty({ type: NamedDto, nullable: true, description: 'unit 时是哪个单位' })
  unit: NamedDto | null;
}

export class CommentsDto {
  @ApiProperty({ type: [CommentDto] })
  items: CommentDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ type: [AudienceDto], description: '本人可以选择的可见范围；不能发言时为空' })
  audiences: AudienceDto[];

  @ApiProperty({ type: String, nullable: true, description: '为什么不能发言' })
  refusal: string | null;
}
