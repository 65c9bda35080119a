import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type AbilityRules, type Role } from '@chengban/domain';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Label } from '../http/validation/label.js';

export class SignInBody {
  @ApiProperty({ example: 'gongan' })
  @Label('账号')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  account: string;

  @ApiProperty()
  @Label('密码')
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

export class SessionPerson {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  account: string;
}

export class TenantAnswer {
  @ApiProperty({ example: 'taishan' })
  id: string;

  @ApiProperty({ example: '台山市' })
  name: string;
}

export class SessionMembership {
  @ApiProperty({ example: 'gonganju' })
  unitId: string;

  @ApiProperty({ example: '市公安局' })
  unitName: string;

  @ApiProperty({ enum: Object.keys(ROLES) })
  role: Role;

  @ApiProperty({ example: '经办人' })
  roleName: string;
}

export class SessionAnswer {
  @ApiProperty()
  person: SessionPerson;

  @ApiProperty()
  tenant: TenantAnswer;

  @ApiProperty({ type: [SessionMembership] })
  memberships: SessionMembership[];

  @ApiProperty({
    description: 'CASL 规则，浏览器用它决定显示哪些操作；服务器另行核对',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  rules: AbilityRules;

  @ApiProperty({ description: '改动数据的请求放在 X-CSRF-Token 头里' })
  csrfToken: string;
}
