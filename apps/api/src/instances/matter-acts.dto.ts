import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Label } from '../http/validation/label.js';

export class ReasonBody {
  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @Label('原因')
  @IsString()
  @MaxLength(20_000)
  reason: string;
}

export class UrgeBody {
  @ApiPropertyOptional({ maxLength: 2000 })
  @Label('催办的话')
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  text?: string;
}

export class RerouteBody extends ReasonBody {
  @ApiProperty({ description: '要移动的令牌' })
  @Label('令牌')
  @IsInt()
  token: number;

  @ApiProperty({ description: '调到哪个环节' })
  @Label('环节')
  @IsString()
  @MaxLength(200)
  to: string;
}

class ChangedInstanceDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  status: string;

  @ApiProperty()
  revision: number;
}

class NextTaskDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String] })
  who: readonly string[];
}

export class MatterAnswerDto {
  @ApiProperty({ type: ChangedInstanceDto })
  instance: ChangedInstanceDto;

  @ApiProperty({ type: [NextTaskDto], description: '由此产生的待办' })
  next: readonly NextTaskDto[];
}
