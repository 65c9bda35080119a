import { ApiProperty } from '@nestjs/swagger';

/** What was made, by its id. */
export class CreatedDto {
  @ApiProperty()
  id: string;
}
