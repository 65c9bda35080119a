import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { AppAbility, Actor } from '@chengban/domain';
import type { FastifyRequest } from 'fastify';
// their declarations add `cookies` and `file()` to the request
import type {} from '@fastify/cookie';
import type {} from '@fastify/multipart';
import { notSignedIn } from './problems/common-problems.js';

/** What the session guard learns about a request. */
export interface SignedIn {
  readonly actor: Actor;
  readonly ability: AppAbility;
  /** the cookie's secret part; the CSRF token is derived from it */
  readonly token: string;
}

export type ApiRequest = FastifyRequest & { signedIn?: SignedIn; params: { tenant?: string; id?: string } };

/** Opens a route to people who have not signed in. Everything else is closed by default. */
export const PUBLIC = 'chengban:public';
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

export function signedInOf(context: ExecutionContext): SignedIn {
  const signedIn = context.switchToHttp().getRequest<ApiRequest>().signedIn;
  if (!signedIn) throw notSignedIn();
  return signedIn;
}

/** Who is acting: `@CurrentActor() actor: Actor`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

/** What they may do: `@CurrentAbility() ability: AppAbility`. */
export const CurrentAbility = createParamDecorator(
  (_: unknown, context: ExecutionContext): AppAbility => signedInOf(context).ability,
);

/** The city in the address, already known to exist. */
export const CurrentTenant = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<ApiRequest>().params.tenant ?? '',
);
