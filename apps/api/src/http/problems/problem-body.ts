import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Problem } from './problem.js';

export class FieldErrorBody {
  @ApiProperty({ description: '字段' })
  field: string;

  @ApiProperty({ description: '问题与改法' })
  message: string;
}

/** RFC 9457 problem document. */
export class ProblemBody {
  @ApiProperty({ example: 'urn:chengban:problem:not-found' })
  type: string;

  @ApiProperty({ description: '发生了什么' })
  title: string;

  @ApiProperty()
  status: number;

  @ApiProperty({ description: '供程序识别的代码' })
  code: string;

  @ApiPropertyOptional({ description: '怎么办' })
  detail?: string;

  @ApiPropertyOptional()
  field?: string;

  @ApiPropertyOptional({ type: [FieldErrorBody] })
  errors?: FieldErrorBody[];

  @ApiProperty({ description: '请求的地址' })
  instance: string;

  @ApiProperty({ description: '请求编号，日志中可查' })
  requestId: string;
}

/** @param instance the path that was asked for */
export function problemBody(
  problem: Problem,
  instance: string,
  requestId: string,
): ProblemBody & Record<string, unknown> {
  const { extra, errors, ...details } = problem.details;
  return {
    type: `urn:chengban:problem:${details.code}`,
    ...details,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    instance,
    requestId,
    ...extra,
  };
}
