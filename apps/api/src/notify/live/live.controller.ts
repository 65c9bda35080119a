import { Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../database/clock.js';
import { notSignedIn } from '../../http/problems/common-problems.js';
import type { ApiRequest } from '../../http/request.js';
import { TenantController } from '../../http/tenant-controller.js';
import { sessionKey } from '../../identity/identity.module.js';
import { LiveHub } from './live-hub.js';
import { LiveStream } from './live-stream.js';

@TenantController('live', '消息')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: '消息的变化，随时送到（server-sent events）',
    description:
      'change：我的消息或待办有变化，请重新读取；replaced：同一登录的另一个页面接替了本连接，请不要重连；signed-out：登录已结束。每次登录只保留一个连接。',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '断开前收到的最后一个 id；没有错过变化时不再重复发送',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async open(
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<void> {
    if (!request.signedIn) throw notSignedIn();
    const { actor, token } = request.signedIn;
    const { tenant, personId } = actor;
    // from here on the answer is ours: no compression, which would hold events back, and no serialiser
    reply.hijack();
    const out = reply.raw;
    const headers = reply.getHeaders() as Record<string, string>;
    out.writeHead(200, {
      ...headers,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const stream = new LiveStream(
      { tenant, personId },
      sessionKey(tenant, token),
      out,
      versionOf(lastEventId),
      this.clock.now(),
    );
    out.on('close', () => this.hub.forget(stream));
    // a line that breaks is closed by the same event
    out.on('error', () => undefined);
    await this.hub.open(stream).catch(() => stream.end());
  }
}

const versionOf = (id: string | undefined): number | null => (/^\d{1,15}$/.test(id ?? '') ? Number(id) : null);
