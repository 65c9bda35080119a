import type { Policy } from '../ability.js';

/** A notification concerns one person and nobody else; so does how they want to be told. */
export const notificationPolicy: Policy = (allow, actor) => {
  allow(['read', 'update'], 'Notification', { tenant: actor.tenant, personId: actor.personId });
  allow(['read', 'update'], 'NotificationSetting', { tenant: actor.tenant, personId: actor.personId });
};
