import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PeopleModule } from '../people/people.module.js';
import { CredentialStore } from './credential.store.js';
import { CsrfGuard } from './csrf.guard.js';
import { LiveSessionsReadModel } from './live-sessions.read-model.js';
import { Passwords } from './passwords.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionReadModel } from './session.read-model.js';
import { SessionStore } from './session.store.js';
import { SignInAttemptStore } from './sign-in-attempt.store.js';
import { SignInUseCase } from './sign-in.use-case.js';
import { TenantGuard } from './tenant.guard.js';
import { TenantStore } from './tenant.store.js';
import { TenantsController } from './tenants.controller.js';

// streams that live as long as their session
export { LiveSessionsReadModel, sessionKey } from './live-sessions.read-model.js';

@Module({
  imports: [PeopleModule],
  controllers: [SessionController, TenantsController],
  providers: [
    CredentialStore,
    LiveSessionsReadModel,
    SessionReadModel,
    SessionStore,
    SignInAttemptStore,
    SignInUseCase,
    TenantStore,
    { provide: Passwords, useFactory: () => new Passwords() },
    // global guards of the whole API, in this order: which city, who, from our own page
    { provide: APP_GUARD, useClass: TenantGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [CredentialStore, LiveSessionsReadModel, Passwords, SessionStore, SignInAttemptStore, TenantStore],
})
export class IdentityModule {}
