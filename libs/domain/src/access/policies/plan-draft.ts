import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/** The supervising unit's own desk brings a plan in and confirms its readings. */
export const planDraftPolicy: Policy = (allow, actor) => {
  if (holds(actor, 'supervisionHandler', 'supervisionReviewer', 'supervisionLeader'))
    allow(['read', 'create', 'update', 'confirm'], 'PlanDraft', { tenant: actor.tenant });
};
