import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { NamedDto } from '../http/answers/named.dto.js';
import { Label } from '../http/validation/label.js';

/** Characters, not bytes: the domain refuses above 2 MB with a sentence of its own; this only bounds the work before it. */
const MAX_XML = 2_200_000;

class DrawingBody {
  @ApiProperty({ description: 'BPMN XML' })
  @Label('流程图')
  @IsString()
  @MaxLength(MAX_XML)
  xml: string;
}

export class CheckDefinitionBody extends DrawingBody {
  @ApiPropertyOptional({ description: '哪个流程的新版本：答复里 awaiting 数它的承办事项' })
  @Label('流程')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  key?: string;
}

export class PublishDefinitionBody extends DrawingBody {
  @ApiProperty({ description: '本次改动说明' })
  @Label('发布说明')
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  note: string;

  @ApiProperty({ description: '在哪个版本的基础上修改；尚无版本时为 0' })
  @Label('基础版本')
  @IsInt()
  @Min(0)
  basedOn: number;
}

export class SaveDraftBody extends DrawingBody {}

export class CreateDefinitionBody {
  @ApiProperty({ example: 'special-inspection' })
  @Label('流程代号')
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{1,62}$/, {
    message: '流程代号应当以小写字母开头，只含小写字母、数字和短横线，例如 special-inspection',
  })
  key: string;

  @ApiProperty({ example: '专项督察' })
  @Label('流程名称')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiPropertyOptional({ description: '初稿；不填时使用一张最简单的流程图' })
  @Label('流程图')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_XML)
  xml?: string;
}

export class FindingDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity: 'error' | 'warning';

  @ApiProperty()
  message: string;

  @ApiPropertyOptional()
  cure?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  at?: object;
}

export class CheckedStartDto {
  @ApiProperty()
  nodeId: string;

  @ApiProperty()
  nodeName: string;

  @ApiProperty({ description: '如果现在发布，第一次自动开始的时间；已经过去的，发布后马上开始' })
  dueAt: Date;
}

export class CheckDto {
  @ApiProperty({ type: [FindingDto] })
  findings: readonly FindingDto[];

  @ApiProperty()
  publishable: boolean;

  @ApiProperty({ type: [CheckedStartDto], description: '定时开始；不能发布的没有' })
  starts: readonly CheckedStartDto[];

  @ApiProperty({ description: '绑定这个流程、还没有开始的承办事项有多少件' })
  awaiting: number;
}

export class DefinitionDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: Number, nullable: true, description: '尚未发布时为空' })
  latestVersion: number | null;

  @ApiProperty({ type: Number, nullable: true })
  publishedVersion: number | null;

  @ApiProperty()
  runningInstances: number;

  @ApiProperty()
  hasDraft: boolean;

  @ApiProperty()
  updatedAt: Date;
}

export class DefinitionsDto {
  @ApiProperty({ type: [DefinitionDto] })
  items: DefinitionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class VersionDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ['published'] })
  status: 'published';

  @ApiProperty()
  publishedAt: Date;

  @ApiProperty({ type: NamedDto, nullable: true, description: '系统自带的版本为空' })
  publishedBy: NamedDto | null;

  @ApiProperty()
  note: string;

  @ApiProperty()
  hash: string;

  @ApiProperty()
  runningInstances: number;
}

export class VersionsDto {
  @ApiProperty({ type: [VersionDto] })
  items: VersionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class DraftDto {
  @ApiProperty()
  key: string;

  @ApiProperty()
  xml: string;

  @ApiProperty()
  revision: number;

  @ApiProperty()
  savedBy: string;

  @ApiProperty()
  savedAt: Date;
}
