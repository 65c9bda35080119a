import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../http/request.js';
import { csrfFailed } from '../http/problems/common-problems.js';
import { isCsrfToken } from './tokens.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Requests that change something must come from our own pages: signed in, they carry the session's token in
 * `X-CSRF-Token`; before that (signing in) the browser's own word about the origin decides.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (SAFE.has(request.method)) return true;
    const given = request.headers['x-csrf-token'];
    const allowed = request.signedIn
      ? typeof given === 'string' && isCsrfToken(request.signedIn.token, given)
      : isSameOrigin(request);
    if (!allowed) throw csrfFailed();
    return true;
  }
}

/** Programs other than browsers send neither header: they hold no cookie that somebody could abuse. */
function isSameOrigin(request: Pick<ApiRequest, 'headers' | 'host'>): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
