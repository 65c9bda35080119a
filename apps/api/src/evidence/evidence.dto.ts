import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Label } from '../http/validation/label.js';

export class UploadQuery {
  @ApiProperty({ format: 'uuid', description: '为哪个承办事项上传' })
  @Label('承办事项')
  @IsUUID()
  obligationId: string;
}
