import { ApiProperty } from '@nestjs/swagger';

/** A person, a unit or anything else that is shown by its name. */
export class NamedDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}
