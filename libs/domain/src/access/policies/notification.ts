import type { Policy } from '../ability.js';

/** A notification concerns one person and nobody else. */
export const notificationPolicy: Policy = (allow, actor) => {
  allow(['read', 'update'], 'Notification', { tenant: actor.tenant, personId: actor.personId });
};
