import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { HealthController } from './health.controller.js';
import { Housekeeping } from './housekeeping.js';

@Module({ imports: [IdentityModule], controllers: [HealthController], providers: [Housekeeping] })
export class OpsModule {}
