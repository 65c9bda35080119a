import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Label } from '../../http/validation/label.js';
import { CATEGORY_NAMES, type Category } from '../categories.js';
import { PACES, type Pace } from './choices.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_MESSAGE = { message: '时间应当写成 08:30 这样' };

/** One address and nothing else: no names, no lists, no comments, and no character that could begin another header. */
const ADDRESS =
  /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

export class QuietDto {
  @ApiProperty({ example: '22:00' })
  @Label('勿扰开始')
  @Matches(TIME, TIME_MESSAGE)
  from: string;

  @ApiProperty({ example: '07:30' })
  @Label('勿扰结束')
  @Matches(TIME, TIME_MESSAGE)
  to: string;
}

export class CategoryChoiceBody {
  @ApiProperty({ enum: CATEGORY_NAMES })
  @Label('类别')
  @IsIn(CATEGORY_NAMES)
  category: Category;

  @ApiProperty({ enum: PACES, description: 'now：立即；digest：每日汇总；off：不提醒' })
  @Label('站内')
  @IsIn(PACES)
  inApp: Pace;

  @ApiProperty({ enum: PACES })
  @Label('邮件')
  @IsIn(PACES)
  mail: Pace;
}

export class NotificationSettingsBody {
  @ApiProperty({ type: String, nullable: true, description: 'null：不用邮件' })
  @Label('邮件地址')
  @IsOptional()
  @IsString()
  @MaxLength(254)
  @Matches(ADDRESS, { message: '请填写一个邮件地址，例如 zhangsan@example.gov.cn' })
  email: string | null;

  @ApiProperty({ example: '08:30', description: '每日汇总的时间，只在工作日' })
  @Label('汇总时间')
  @Matches(TIME, TIME_MESSAGE)
  digestAt: string;

  @ApiProperty({ type: QuietDto, nullable: true, description: '这段时间不发邮件；null：没有' })
  @Label('勿扰时段')
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietDto)
  quiet: QuietDto | null;

  @ApiProperty({ description: '勿扰时段里，紧急的邮件仍然发' })
  @Label('勿扰时段的紧急邮件')
  @IsBoolean()
  urgentInQuiet: boolean;

  @ApiProperty({ type: [CategoryChoiceBody] })
  @Label('各类消息')
  @IsArray()
  @ArrayUnique((choice: CategoryChoiceBody) => choice?.category)
  @ValidateNested({ each: true })
  @Type(() => CategoryChoiceBody)
  categories: CategoryChoiceBody[];
}

export class CategoryChoiceDto extends CategoryChoiceBody {
  @ApiProperty({ example: '新待办' })
  name: string;

  @ApiProperty()
  help: string;

  @ApiProperty({ description: '紧急：立即提醒，不合并' })
  urgent: boolean;
}

export class NotificationSettingsDto {
  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty({ description: 'false：本系统没有配置邮件服务器' })
  mailAvailable: boolean;

  @ApiProperty()
  digestAt: string;

  @ApiProperty({ type: QuietDto, nullable: true })
  quiet: QuietDto | null;

  @ApiProperty()
  urgentInQuiet: boolean;

  @ApiProperty({ type: [CategoryChoiceDto] })
  categories: CategoryChoiceDto[];

  @ApiProperty({ description: '版次，保存时放进 If-Match' })
  revision: number;
}
