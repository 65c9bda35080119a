import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@chengban/domain';
import { EvidenceDto } from './evidence.dto.js';
import { NamedDto } from './named.dto.js';
import { ReturnItemDto } from './return-item.dto.js';

export type RoundOutcome = 'pending' | 'approved' | 'returned' | 'rejected' | 'withdrawn';

export const OUTCOMES: RoundOutcome[] = ['pending', 'approved', 'returned', 'rejected', 'withdrawn'];

/** What a reviewer wrote into the form. */
export class ReviewDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty({ type: NamedDto })
  by: NamedDto;

  @ApiProperty()
  at: Date;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data: JsonObject;
}

/** One round of a submission, as it was handed in and decided. */
export class RoundDto {
  @ApiProperty()
  no: number;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data: JsonObject;

  @ApiProperty({ type: [EvidenceDto] })
  evidence: readonly EvidenceDto[];

  @ApiProperty({ type: NamedDto })
  submittedBy: NamedDto;

  @ApiProperty()
  submittedAt: Date;

  @ApiProperty({ enum: OUTCOMES })
  outcome: RoundOutcome;

  @ApiProperty({ type: NamedDto, nullable: true })
  decidedBy: NamedDto | null;

  @ApiProperty({ type: Date, nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, description: '退回原因，或通过时的意见' })
  reason: string | null;

  @ApiProperty({ type: [ReturnItemDto], description: '退回这一轮时逐条指出的问题' })
  items: readonly ReturnItemDto[];

  @ApiProperty({ type: [ReviewDto], description: '审核人填写的内容；报送内容本身不变' })
  reviews: readonly ReviewDto[];
}
