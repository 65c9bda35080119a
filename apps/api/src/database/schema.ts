import { CommentFileEntity } from '../comments/comment-file.entity.js';
import { CommentEntity } from '../comments/comment.entity.js';
import { Comments1764001800000 } from '../comments/comments.migration.js';
import { Copies1764001810000 } from '../copies/copies.migration.js';
import { CopyEntity } from '../copies/copy.entity.js';
import { BindingEntity } from '../definitions/binding.entity.js';
import { DefinitionDraftEntity } from '../definitions/definition-draft.entity.js';
import { DefinitionVersionEntity } from '../definitions/definition-version.entity.js';
import { DefinitionEntity } from '../definitions/definition.entity.js';
import { ScheduledStartEntity } from '../definitions/scheduled-start.entity.js';
import { ScheduledStarts1764001400000 } from '../definitions/scheduled-starts.migration.js';
import { Definitions1764000100000 } from '../definitions/definitions.migration.js';
import { Deliveries1764001200000 } from '../deliveries/deliveries.migration.js';
import { Deputies1764001900000 } from '../deputies/deputies.migration.js';
import { DeputyRuleEntity } from '../deputies/deputy-rule.entity.js';
import { EvidenceEntity } from '../evidence/evidence.entity.js';
import { Evidence1764000500000 } from '../evidence/evidence.migration.js';
import { IdempotencyKey } from '../http/idempotency/idempotency-key.entity.js';
import { Idempotency1700000000400 } from '../http/idempotency/idempotency.migration.js';
import { Credential } from '../identity/credential.entity.js';
import { Identity1700000000300 } from '../identity/identity.migration.js';
import { Session } from '../identity/session.entity.js';
import { SignInAttempt } from '../identity/sign-in-attempt.entity.js';
import { Tenant } from '../identity/tenant.entity.js';
import { Tenants1700000000100 } from '../identity/tenants.migration.js';
import { EngineFormat1764000900000 } from './upgrade/engine-format.migration.js';
import { InstanceEntity } from '../instances/instance.entity.js';
import { AdoptSeats1764002005000 } from '../instances/adopt-seats.migration.js';
import { Approval1764002000000 } from '../instances/approval.migration.js';
import { Instances1764000200000 } from '../instances/instances.migration.js';
import { StartWithoutPerson1764001300000 } from '../instances/start-without-person.migration.js';
import { Waiting1764000800000 } from '../instances/waiting.migration.js';
import { JobEntity } from '../jobs/job.entity.js';
import { WaitEntity } from '../messages/wait.entity.js';
import { WaitWithoutKey1764001000000 } from '../messages/wait-without-key.migration.js';
import { NotificationFeed } from '../notify/inbox/feed.entity.js';
import { NotificationEntity } from '../notify/inbox/notification.entity.js';
import { MailLineEntity } from '../notify/mail/mail-line.entity.js';
import { Notify1764001500000 } from '../notify/notify.migration.js';
import { NotificationSettingEntity } from '../notify/settings/notification-setting.entity.js';
import { WebhookEntity } from '../notify/webhooks/webhook.entity.js';
import { Webhooks1764001510000 } from '../notify/webhooks/webhooks.migration.js';
import { OutboxMessageEntity } from '../outbox/outbox-message.entity.js';
import { Outbox1764000700000 } from '../outbox/outbox.migration.js';
import { Overdue1764002010000 } from '../overdue/overdue.migration.js';
import { Membership } from '../people/membership.entity.js';
import { People1700000000200 } from '../people/people.migration.js';
import { Person } from '../people/person.entity.js';
import { UnitGroup, UnitGroupMember } from '../people/unit-group.entity.js';
import { Unit } from '../people/unit.entity.js';
import { PhraseEntity } from '../phrases/phrase.entity.js';
import { Phrases1764001820000 } from '../phrases/phrases.migration.js';
import { MeasureRow } from '../plans/measure.entity.js';
import { Extensions1764002020000 } from '../plans/extensions.migration.js';
import { ObligationExtensionRow } from '../plans/obligation-extension.entity.js';
import { ObligationRow } from '../plans/obligation.entity.js';
import { PlanDraftRow } from '../plans/plan-draft.entity.js';
import { PlanRow } from '../plans/plan.entity.js';
import { KeyTaskRow, WorkTaskRow } from '../plans/plan-tasks.entity.js';
import { Plans1700000000500 } from '../plans/plans.migration.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { ReviewedFields1764001600000 } from '../submissions/reviewed-fields.migration.js';
import { Rounds1764001700000 } from '../submissions/rounds.migration.js';
import { Submissions1764000400000 } from '../submissions/submissions.migration.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { Tasks1764000300000 } from '../tasks/tasks.migration.js';
import { TimerEntity } from '../timers/timer.entity.js';
import { Timers1764000600000 } from '../timers/timers.migration.js';
import type { Schema } from './data-source.js';

/** Every table and every step that makes them, one list. Steps run in the order of the number in their class name. */
export const schema: Schema = {
  entities: [
    Tenant,
    Unit,
    UnitGroup,
    UnitGroupMember,
    Person,
    Membership,
    Credential,
    Session,
    SignInAttempt,
    IdempotencyKey,
    PlanRow,
    KeyTaskRow,
    WorkTaskRow,
    MeasureRow,
    PlanDraftRow,
    ObligationRow,
    ObligationExtensionRow,
    DefinitionEntity,
    DefinitionVersionEntity,
    DefinitionDraftEntity,
    BindingEntity,
    ScheduledStartEntity,
    InstanceEntity,
    TaskEntity,
    SubmissionEntity,
    EvidenceEntity,
    TimerEntity,
    JobEntity,
    WaitEntity,
    OutboxMessageEntity,
    NotificationEntity,
    NotificationFeed,
    NotificationSettingEntity,
    MailLineEntity,
    WebhookEntity,
    CommentEntity,
    CommentFileEntity,
    CopyEntity,
    PhraseEntity,
    DeputyRuleEntity,
  ],
  migrations: [
    Tenants1700000000100,
    People1700000000200,
    Identity1700000000300,
    Idempotency1700000000400,
    Plans1700000000500,
    Definitions1764000100000,
    Instances1764000200000,
    Tasks1764000300000,
    Submissions1764000400000,
    Evidence1764000500000,
    Timers1764000600000,
    Outbox1764000700000,
    Waiting1764000800000,
    EngineFormat1764000900000,
    WaitWithoutKey1764001000000,
    Deliveries1764001200000,
    StartWithoutPerson1764001300000,
    ScheduledStarts1764001400000,
    Notify1764001500000,
    Webhooks1764001510000,
    ReviewedFields1764001600000,
    Comments1764001800000,
    Copies1764001810000,
    Phrases1764001820000,
    Rounds1764001700000,
    Deputies1764001900000,
    Approval1764002000000,
    AdoptSeats1764002005000,
    Overdue1764002010000,
    Extensions1764002020000,
  ],
};
