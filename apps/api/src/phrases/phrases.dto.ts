import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { Label } from '../http/validation/label.js';

const MAX_TEXT = 500;

export class PhraseTextBody {
  @ApiProperty({ maxLength: MAX_TEXT, example: '同意。' })
  @Label('常用意见')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT)
  text: string;
}

export class NewPhraseBody extends PhraseTextBody {
  @ApiPropertyOptional({ description: '存为这个单位的；不填时存为本人的' })
  @Label('单位')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unitId?: string;
}

export class PhraseDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ enum: ['mine', 'unit', 'shipped'] })
  owner: 'mine' | 'unit' | 'shipped';

  @ApiProperty({ type: NamedDto, nullable: true })
  unit: NamedDto | null;

  @ApiProperty({ description: '本人用过多少次' })
  uses: number;

  @ApiProperty({ description: '本人能否修改和删除' })
  mayChange: boolean;
}

export class PhrasesDto {
  @ApiProperty({ type: [PhraseDto], description: '常用的在前' })
  items: readonly PhraseDto[];

  @ApiProperty({ type: [NamedDto], description: '本人可以为哪些单位增加常用意见' })
  units: readonly NamedDto[];
}
