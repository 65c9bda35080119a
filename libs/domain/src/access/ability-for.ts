import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import type { Action, Allow, AppAbility, Policy, SubjectName } from './ability.js';
import type { Actor } from './actor.js';
import { commentPolicy } from './policies/comment.js';
import { copyPolicy } from './policies/copy.js';
import { definitionPolicy } from './policies/definition.js';
import { deliveryPolicy } from './policies/delivery.js';
import { deputyRulePolicy } from './policies/deputy-rule.js';
import { evidencePolicy } from './policies/evidence.js';
import { instancePolicy } from './policies/instance.js';
import { notificationPolicy } from './policies/notification.js';
import { obligationPolicy } from './policies/obligation.js';
import { peoplePolicy } from './policies/people.js';
import { phrasePolicy } from './policies/phrase.js';
import { planDraftPolicy } from './policies/plan-draft.js';
import { planPolicy } from './policies/plan.js';
import { submissionPolicy } from './policies/submission.js';
import { taskPolicy } from './policies/task.js';
import { webhookPolicy } from './policies/webhook.js';

const POLICIES: readonly Policy[] = [
  planPolicy,
  planDraftPolicy,
  obligationPolicy,
  instancePolicy,
  taskPolicy,
  submissionPolicy,
  evidencePolicy,
  definitionPolicy,
  peoplePolicy,
  notificationPolicy,
  webhookPolicy,
  deliveryPolicy,
  commentPolicy,
  copyPolicy,
  phrasePolicy,
  deputyRulePolicy,
];

/** Everything an actor may do: the one definition behind guards, SQL predicates, checks on locked rows and buttons. */
export function abilityFor(actor: Actor): AppAbility {
  const builder = new AbilityBuilder<AppAbility>(createMongoAbility);
  // CASL's typed `can` infers conditions from one subject at a time; our list of policies is checked by `Allow` instead.
  const can = builder.can as (action: Action | Action[], name: SubjectName, conditions: object) => unknown;
  const allow: Allow = (action, name, conditions) => void can(action, name, conditions);
  for (const policy of POLICIES) policy(allow, actor);
  return builder.build();
}
