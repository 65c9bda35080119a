import { ApiProperty } from '@nestjs/swagger';

/** A published version of a flow, by name. */
export class DefinitionRefDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  version: number;
}
