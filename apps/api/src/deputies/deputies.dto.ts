import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { PageQuery } from '../http/paging/page.js';
import { IsCivilDate } from '../http/validation/civil-date.js';
import { Label } from '../http/validation/label.js';
import { DEPUTY_STATES, type DeputyState } from './deputy-state.js';

const WHOSE = ['given', 'received', 'all'] as const;
const STATES = ['open', 'past'] as const;

export class DeputiesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: WHOSE,
    default: 'all',
    description: 'given：请别人代理我的；received：我代理别人的；all：可以查看的全部',
  })
  @Label('哪些代理')
  @IsOptional()
  @IsIn(WHOSE)
  whose?: (typeof WHOSE)[number];

  @ApiPropertyOptional({
    enum: STATES,
    default: 'open',
    description: 'open：今天有效或以后才开始的；past：已到期或已结束的',
  })
  @Label('状态')
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class DeputyPeopleQuery {
  @ApiPropertyOptional({ description: '姓名或单位的一部分' })
  @Label('关键词')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class MakeDeputyBody {
  @ApiPropertyOptional({ format: 'uuid', description: '谁不在岗；不填为本人。只有流程管理员可以填别人' })
  @Label('被代理人')
  @IsOptional()
  @IsUUID()
  principalId?: string;

  @ApiProperty({ format: 'uuid' })
  @Label('代理人')
  @IsUUID()
  deputyId: string;

  @ApiProperty({ format: 'date', description: '第一天' })
  @Label('第一天')
  @IsCivilDate()
  from: string;

  @ApiProperty({ format: 'date', description: '最后一天，这一天仍然有效' })
  @Label('最后一天')
  @IsCivilDate()
  to: string;

  @ApiProperty({ type: [String], nullable: true, description: '流程代号；null：全部流程' })
  @Label('流程')
  @ValidateIf((body: MakeDeputyBody) => body.definitionKeys !== null)
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  definitionKeys: string[] | null;

  @ApiProperty({ minLength: 2, maxLength: 200, example: '出差' })
  @Label('原因')
  @IsString()
  @Length(2, 200)
  reason: string;
}

export class DeputyFlowDto {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;
}

export class DeputyEndedDto {
  @ApiProperty()
  at: Date;

  @ApiProperty({ type: NamedDto })
  by: NamedDto;
}

export class DaysDto {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;
}

export class DeputyRuleDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: NamedDto, description: '被代理人：谁不在岗' })
  principal: NamedDto;

  @ApiProperty({ type: NamedDto, description: '代理人：谁代为办理' })
  deputy: NamedDto;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date', description: '最后一天，这一天仍然有效' })
  to: string;

  @ApiProperty({ type: [DeputyFlowDto], nullable: true, description: 'null：全部流程' })
  flows: DeputyFlowDto[] | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: NamedDto, description: '谁设置的' })
  madeBy: NamedDto;

  @ApiProperty()
  madeAt: Date;

  @ApiProperty({ type: DeputyEndedDto, nullable: true, description: '提前结束' })
  ended: DeputyEndedDto | null;

  @ApiProperty({ enum: Object.keys(DEPUTY_STATES) })
  state: DeputyState;

  @ApiProperty()
  stateName: string;

  @ApiProperty({ description: '可以由您提前结束' })
  mayEnd: boolean;

  @ApiProperty({
    type: DaysDto,
    nullable: true,
    description: '代理人自己也请人代理的日子：代理不转给第三人，这些天没有人办理',
  })
  deputyAway: DaysDto | null;
}

export class DeputyRulesDto {
  @ApiProperty({ type: [DeputyRuleDto] })
  items: DeputyRuleDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
