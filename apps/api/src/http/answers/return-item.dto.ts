import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NamedDto } from './named.dto.js';

/** open: the unit has not answered it; carried: asked for again by a later item */
export type ItemState = 'open' | 'answered' | 'resolved' | 'carried';

const ITEM_STATES: ItemState[] = ['open', 'answered', 'resolved', 'carried'];

/** Where an item points: `field`, with `row` and `column` in a table, or `evidenceId`. */
export class AnchorDto {
  @ApiPropertyOptional()
  field?: string;

  @ApiPropertyOptional({ type: 'integer', description: '表格的行，从 0 起' })
  row?: number;

  @ApiPropertyOptional()
  column?: string;

  @ApiPropertyOptional()
  evidenceId?: string;
}

export class ItemAnswerDto {
  @ApiProperty({ enum: ['changed', 'explained'], description: 'changed：已修改；explained：说明' })
  done: 'changed' | 'explained';

  @ApiProperty()
  text: string;

  @ApiProperty({ description: '随哪一轮报送' })
  roundNo: number;

  @ApiProperty({ type: NamedDto })
  by: NamedDto;

  @ApiProperty()
  at: Date;
}

/** 问题: one thing that a return asked for, and what became of it. */
export class ReturnItemDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: '退回的是哪一轮' })
  roundNo: number;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: AnchorDto, nullable: true, description: '指向哪里；null：整份报送' })
  anchor: AnchorDto | null;

  @ApiProperty({ type: NamedDto })
  raisedBy: NamedDto;

  @ApiProperty()
  raisedAt: Date;

  @ApiProperty({ enum: ITEM_STATES })
  state: ItemState;

  @ApiProperty({ type: String, nullable: true, description: '再次提出的是以前哪一条' })
  carries: string | null;

  @ApiProperty({ type: String, nullable: true, description: '以后哪一条再次提出了它' })
  carriedInto: string | null;

  @ApiProperty({ type: ItemAnswerDto, nullable: true })
  answer: ItemAnswerDto | null;

  @ApiProperty({ type: NamedDto, nullable: true })
  resolvedBy: NamedDto | null;

  @ApiProperty({ type: Date, nullable: true })
  resolvedAt: Date | null;
}
