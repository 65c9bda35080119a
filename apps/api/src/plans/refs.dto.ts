import { ApiProperty } from '@nestjs/swagger';

export class PersonRef {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class UnitRef {
  @ApiProperty({ example: 'gonganju' })
  id: string;

  @ApiProperty({ example: '市公安局' })
  name: string;
}
