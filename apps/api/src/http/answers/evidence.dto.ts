import { ApiProperty } from '@nestjs/swagger';
import { NamedDto } from './named.dto.js';

/** One uploaded file. */
export class EvidenceDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: '字节' })
  size: number;

  @ApiProperty()
  sha256: string;

  @ApiProperty()
  mediaType: string;

  @ApiProperty({ type: NamedDto })
  uploadedBy: NamedDto;

  @ApiProperty()
  uploadedAt: Date;
}
