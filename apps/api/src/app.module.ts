// The composition root. What a feature may use of the platform:
//
//   config/settings.js            Settings: inject it
//   database/transactions.js      Transactions: inTransaction(manager => …); current() inside read models
//   database/clock.js             Clock: now() epoch ms, date(); never Date.now()
//   database/tenant-row.js        TenantRow: base of entities (tenant, id); snake_case columns come by themselves
//   database/schema.ts            add your entities and migrations (class name ends in a 13-digit number, from …1000 on)
//   http/tenant-controller.js     @TenantController('tasks', '待办') → /api/v1/:tenant/tasks, tags, problem answers
//   http/request.js               @CurrentActor(), @CurrentAbility(), @CurrentTenant(), @Public()
//   http/problems/*.js            throw Problem.from(refusal, status?, extra?), notFound(), notAllowed(reason), stale(current), …
//   http/validation/*.js          @Label('标题') on DTO fields, UuidParam pipe; messages are Chinese by themselves
//   http/if-match.js              @IfMatch() revision: number | null, setRevision(reply, revision)
//   http/idempotency/idempotent.js  @Idempotent() on acts
//   http/paging/*.js              PageQuery, decodeCursor, rowsWanted, pageOf
//   http/uploaded-file.js         incomingFile(request, maxBytes), fileBytes(file, maxBytes)
//   access/*.js                   accessibleBy(qb, …), sqlFor(…), requireAny(…), requireOn(…)
//   people/people.read-model.js   PeopleReadModel: candidates, namesOf, unitNamesOf, unit
import { Module, type DynamicModule } from '@nestjs/common';
import { CommentsModule } from './comments/comments.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { CopiesModule } from './copies/copies.module.js';
import type { Clock } from './database/clock.js';
import { DatabaseModule } from './database/database.module.js';
import { schema } from './database/schema.js';
import { DefinitionsModule } from './definitions/definitions.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { DeputiesModule } from './deputies/deputies.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InstancesModule } from './instances/instances.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { NotifyModule } from './notify/notify.module.js';
import { OpsModule } from './ops/ops.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { OverdueModule } from './overdue/overdue.module.js';
import { PeopleModule } from './people/people.module.js';
import { PhrasesModule } from './phrases/phrases.module.js';
import { PlansModule } from './plans/plans.module.js';
import { SeedModule } from './seed/seed.module.js';
import { StartsModule } from './starts/starts.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TimersModule } from './timers/timers.module.js';

export interface AppOptions {
  readonly settings: Settings;
  /** where the database is; the settings' own address when it is an external one */
  readonly databaseUrl: string;
  /** the system's clock unless given */
  readonly clock?: Clock;
}

@Module({})
export class AppModule {
  static with({ settings, databaseUrl, clock }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.with({ url: databaseUrl, pool: settings.DATABASE_POOL, ...(clock ? { clock } : {}) }, schema),
        HttpModule,
        IdentityModule,
        PeopleModule,
        PlansModule,
        DefinitionsModule,
        InstancesModule,
        TasksModule,
        SubmissionsModule,
        EvidenceModule,
        CommentsModule,
        CopiesModule,
        PhrasesModule,
        TimersModule,
        OverdueModule,
        StartsModule,
        JobsModule,
        NotifyModule,
        OutboxModule,
        DeliveriesModule,
        DeputiesModule,
        HandoversModule,
        SeedModule,
        OpsModule,
      ],
    };
  }
}
