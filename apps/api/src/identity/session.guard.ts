import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { abilityFor } from '@chengban/domain';
import { PUBLIC, type ApiRequest } from '../http/request.js';
import { notSignedIn, tenantNotFound } from '../http/problems/common-problems.js';
import { SessionStore } from './session.store.js';
import { readCookie, SESSION_COOKIE } from './tokens.js';

/** Every route needs a session of the city in its address, unless it is marked `@Public()`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const cookie = readCookie(request.cookies[SESSION_COOKIE]);
    if (!cookie) throw notSignedIn();
    const actor = await this.sessions.actor(cookie.tenant, cookie.token);
    if (!actor) throw notSignedIn();
    // somebody of one city learns nothing about another, not even that it is there
    if (request.params.tenant !== undefined && request.params.tenant !== actor.tenant) throw tenantNotFound();
    request.signedIn = { actor, ability: abilityFor(actor), token: cookie.token };
    return true;
  }
}
