import {
  addWorkdays,
  civilDateInShanghai,
  NEAR_WORKDAYS,
  type AppAbility,
  type Calendar,
  type Instant,
} from '@chengban/domain';
import { tasksOfObligation } from '../access/handled-tasks.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';

/** The obligations `o` that a person may read, as a predicate. */
export const readableObligations = (ability: AppAbility, parameters: SqlParameters): string =>
  sqlFor(
    ability,
    'read',
    'Obligation',
    {
      tenant: 'o.tenant',
      unitId: 'o.unit_id',
      readerUnitIds: { expression: 'o.reader_unit_ids', array: true },
      readerPersonIds: { expression: 'o.reader_person_ids', array: true },
      tasks: tasksOfObligation('o'),
    },
    parameters,
  );

// What lists count, as predicates on `o`. They say in SQL what the domain's light says row by row; a test holds them together.

/** Overdue: the light is red. */
export function overdueObligations(now: Instant, parameters: SqlParameters): string {
  const today = `${parameters.bind(civilDateInShanghai(now))}::date`;
  // handed in before the due day was over: the review may take longer, that makes nobody late
  const inTime = `(o.status = 'submitted' AND o.submitted_at < (o.due_on + 1)::timestamp AT TIME ZONE INTERVAL '8 hours')`;
  return `(o.status <> 'closed' AND o.due_on < ${today} AND ${inTime} IS NOT TRUE)`;
}

/** Due soon: open, not overdue, and at most {@link NEAR_WORKDAYS} working days left. */
export function obligationsDueSoon(now: Instant, calendar: Calendar, parameters: SqlParameters): string {
  const day = civilDateInShanghai(now);
  const [today, near] = [parameters.bind(day), parameters.bind(addWorkdays(day, NEAR_WORKDAYS, calendar))];
  return `(o.status <> 'closed' AND o.due_on >= ${today}::date AND o.due_on <= ${near}::date)`;
}
