import { addWorkdays, civilDateInShanghai, NEAR_WORKDAYS, type AppAbility, type Instant } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';

/** The obligations `o` that a person may read, as a predicate. */
export const readableObligations = (ability: AppAbility, parameters: SqlParameters): string =>
  sqlFor(
    ability,
    'read',
    'Obligation',
    { tenant: 'o.tenant', unitId: 'o.unit_id', readerUnitIds: { expression: 'o.reader_unit_ids', array: true } },
    parameters,
  );

/**
 * What lists count, as predicates on `o`. They say in SQL what the domain's light says row by row (a test holds the two
 * together): overdue is red; due soon is open, not yet overdue, with at most {@link NEAR_WORKDAYS} working days left.
 */
export function countedObligations(now: Instant, parameters: SqlParameters): { overdue: string; dueSoon: string } {
  const day = civilDateInShanghai(now);
  const today = `${parameters.bind(day)}::date`;
  // handed in before the due day was over: the review may take longer, that makes nobody late
  const inTime = `(o.status = 'submitted' AND o.submitted_at < (o.due_on + 1)::timestamp AT TIME ZONE INTERVAL '8 hours')`;
  return {
    overdue: `(o.status <> 'closed' AND o.due_on < ${today} AND ${inTime} IS NOT TRUE)`,
    // bound only when asked for: PostgreSQL refuses a parameter that no part of the query uses
    get dueSoon() {
      const near = `${parameters.bind(addWorkdays(day, NEAR_WORKDAYS))}::date`;
      return `(o.status <> 'closed' AND o.due_on >= ${today} AND o.due_on <= ${near})`;
    },
  };
}
