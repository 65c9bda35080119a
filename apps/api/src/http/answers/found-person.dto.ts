import { ApiProperty } from '@nestjs/swagger';

/** Somebody who may be named, with where they work. */
export class FoundPersonDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String], example: ['市公安局 经办人'] })
  seats: readonly string[];
}

export class FoundPeopleDto {
  @ApiProperty({ type: [FoundPersonDto] })
  items: FoundPersonDto[];
}
