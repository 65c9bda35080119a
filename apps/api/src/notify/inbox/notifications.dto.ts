import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../http/paging/page.js';
import { Label } from '../../http/validation/label.js';
import { CATEGORY_NAMES } from '../categories.js';

export class NotificationQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false' })
  @Label('只看未读')
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';
}

export class NotificationDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'task.opened', description: 'bundle：同类的许多条合成的一条' })
  kind: string;

  @ApiProperty({ enum: CATEGORY_NAMES, description: '类别' })
  category: string;

  @ApiProperty({ description: '代表几条消息' })
  count: number;

  @ApiProperty()
  title: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  taskId: string | null;

  @ApiProperty({ type: String, nullable: true })
  instanceId: string | null;

  @ApiProperty({ type: String, nullable: true })
  obligationId: string | null;

  @ApiProperty()
  createdAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  readAt: Date | null;
}

export class NotificationsDto {
  @ApiProperty({ type: [NotificationDto] })
  items: NotificationDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ description: '未读总数' })
  unread: number;
}
