import { Body, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { Problem } from '../http/problems/problem.js';
import { notSignedIn } from '../http/problems/common-problems.js';
import { CurrentTenant, Public, type ApiRequest } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { SessionAnswer, SignInBody } from './session.dto.js';
import { SessionReadModel } from './session.read-model.js';
import { SessionStore } from './session.store.js';
import { SignInUseCase } from './sign-in.use-case.js';
import { cookieValue, SESSION_COOKIE } from './tokens.js';

@TenantController('session', '登录')
export class SessionController {
  constructor(
    private readonly signIn: SignInUseCase,
    private readonly sessions: SessionStore,
    private readonly readModel: SessionReadModel,
    private readonly settings: Settings,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: '登录' })
  @ApiCreatedResponse({ type: SessionAnswer })
  async open(
    @CurrentTenant() tenant: string,
    @Body() body: SignInBody,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { account, password } = body;
    const token = await this.signIn.run({ tenant, account, password, address });
    if (!token.ok) {
      const { waitSeconds } = token.error;
      if (waitSeconds > 0) void reply.header('Retry-After', String(waitSeconds));
      throw Problem.from(token.error, waitSeconds > 0 ? 429 : 401);
    }
    const actor = await this.sessions.actor(tenant, token.value);
    if (!actor) throw notSignedIn();
    void reply.setCookie(SESSION_COOKIE, cookieValue(tenant, token.value), this.cookie());
    return this.readModel.answer(actor, token.value);
  }

  @Get()
  @ApiOperation({ summary: '当前登录的人' })
  @ApiOkResponse({ type: SessionAnswer })
  get(@Req() request: ApiRequest): Promise<SessionAnswer> {
    if (!request.signedIn) throw notSignedIn();
    return this.readModel.answer(request.signedIn.actor, request.signedIn.token);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出' })
  @ApiNoContentResponse()
  async close(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!request.signedIn) throw notSignedIn();
    await this.sessions.close(request.signedIn.actor.tenant, request.signedIn.token);
    void reply.clearCookie(SESSION_COOKIE, this.cookie());
  }

  /** A session cookie: gone with the browser; the server ends it after its hours in any case. */
  private cookie(): { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.settings.COOKIE_SECURE };
  }
}
