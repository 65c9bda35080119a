import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/**
 * A person makes and ends rules for oneself and sees those in which one is named; flow administrators do so for those
 * who are away. A deputy does not end a rule: the tasks would then wait for somebody who is not there.
 */
export const deputyRulePolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  allow(['read', 'create', 'end'], 'DeputyRule', { tenant, principalId: personId });
  allow('read', 'DeputyRule', { tenant, deputyId: personId });
  if (holds(actor, 'flowAdmin')) allow(['read', 'create', 'end'], 'DeputyRule', { tenant });
};
