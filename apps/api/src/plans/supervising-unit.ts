import { unitsWhere, type Actor } from '@chengban/domain';

/** The unit for which a person supervises: it becomes the supervising unit of the plans that they confirm. */
export const supervisingUnit = (actor: Actor): string | undefined =>
  unitsWhere(actor, 'supervisionHandler', 'supervisionReviewer', 'supervisionLeader')[0];
