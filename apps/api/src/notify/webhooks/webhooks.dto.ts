import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { Label } from '../../http/validation/label.js';
import { CATEGORY_NAMES, type Category } from '../categories.js';

export class WebhookBody {
  @ApiProperty({ example: '市 OA 系统' })
  @Label('名称')
  @IsString()
  @Length(1, 60)
  name: string;

  @ApiProperty({ example: 'https://oa.example.gov.cn/hook' })
  @Label('地址')
  @IsString()
  @MaxLength(1000)
  url: string;

  @ApiProperty({ enum: CATEGORY_NAMES, isArray: true })
  @Label('主题')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CATEGORY_NAMES, { each: true })
  categories: Category[];

  @ApiProperty({ description: 'false：停用，不再推送新的消息' })
  @Label('启用')
  @IsBoolean()
  active: boolean;
}

export class LastTryDto {
  @ApiProperty()
  at: Date;

  @ApiProperty()
  ok: boolean;

  @ApiProperty({ description: '对方的答复，或没有送到的原因' })
  detail: string;
}

export class WebhookDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ enum: CATEGORY_NAMES, isArray: true })
  categories: Category[];

  @ApiProperty()
  active: boolean;

  @ApiProperty({ type: Date, nullable: true, description: '现在的密钥何时生成；null：还没有密钥，不推送' })
  secretSince: Date | null;

  @ApiProperty({ type: LastTryDto, nullable: true, description: '最近一次推送；null：还没有推送过' })
  last: LastTryDto | null;

  @ApiProperty({ description: '版次，操作时放进 If-Match' })
  revision: number;

  @ApiProperty()
  createdAt: Date;
}

export class WebhookTopicDto {
  @ApiProperty({ enum: CATEGORY_NAMES })
  category: Category;

  @ApiProperty({ example: '新待办' })
  name: string;
}

export class WebhooksDto {
  @ApiProperty({ type: [WebhookDto] })
  items: WebhookDto[];

  @ApiProperty({ type: [WebhookTopicDto], description: '可以选的主题' })
  topics: WebhookTopicDto[];
}

export class SecretDto {
  @ApiProperty({ description: '只在这一次答复中出现，请对方立即保存' })
  secret: string;

  @ApiProperty()
  revision: number;
}

export class TriedDto {
  @ApiProperty()
  ok: boolean;

  @ApiProperty({ description: '对方的答复，或没有送到的原因' })
  detail: string;
}
