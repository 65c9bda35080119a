import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES, type Role, type UnitKind } from '@chengban/domain';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Label } from '../http/validation/label.js';

export class UnitItem {
  @ApiProperty({ example: 'gonganju' })
  id: string;

  @ApiProperty({ example: '市公安局' })
  name: string;

  @ApiProperty({ example: '公安局' })
  shortName: string;

  @ApiProperty({ enum: ['department', 'town', 'office'] })
  kind: UnitKind;
}

export class UnitList {
  @ApiProperty({ type: [UnitItem] })
  items: UnitItem[];
}

export class PeopleQuery {
  @ApiPropertyOptional()
  @Label('单位')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unitId?: string;
}

export class PersonMembership {
  @ApiProperty()
  unitId: string;

  @ApiProperty()
  unitName: string;

  @ApiProperty({ enum: Object.keys(ROLES) })
  role: Role;

  @ApiProperty()
  roleName: string;
}

export class PersonItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  account: string;

  @ApiProperty({ type: [PersonMembership] })
  memberships: PersonMembership[];
}

export class PersonList {
  @ApiProperty({ type: [PersonItem] })
  items: PersonItem[];
}
