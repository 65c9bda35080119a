import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problems/problem.js';
import { Public } from '../http/request.js';

export class HealthAnswer {
  @ApiProperty({ example: 'ok' })
  status: string;
}

/** For whatever keeps the process running: `live` — restart me if this fails; `ready` — send me requests. */
@Controller('api/health')
@ApiTags('运行状态')
@Public()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @ApiOperation({ summary: '进程在运行' })
  @ApiOkResponse({ type: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: '数据库可用' })
  @ApiOkResponse({ type: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    try {
      await this.dataSource.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new Problem({ status: 503, code: 'not-ready', title: '数据库暂时不可用', detail: '请稍后再试。' });
    }
  }
}
