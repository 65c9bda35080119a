import { conditionFor, type Action, type AppAbility, type SubjectFields, type SubjectName } from '@chengban/domain';
import { conditionSql, type SqlColumn, type SqlRelation } from './condition-sql.js';

/** For each field that rules may speak of, the expression of the hand-written query (with its alias). */
export type ColumnMap<Name extends SubjectName> = Readonly<
  Record<keyof SubjectFields[Name], string | SqlColumn | SqlRelation>
>;

/** Positional parameters of a hand-written query: `$1`, `$2`, … in the order in which they were bound. */
export class SqlParameters {
  readonly values: unknown[] = [];

  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
}

/**
 * The rows on which `ability` allows `action`, as a predicate for a hand-written query.
 * Array columns are named `{ expression: 'o.reader_unit_ids', array: true }`.
 */
export function sqlFor<Name extends SubjectName>(
  ability: AppAbility,
  action: Action,
  subject: Name,
  columns: ColumnMap<Name>,
  parameters: SqlParameters,
): string {
  const missing = (field: string): Error => new Error(`rule field ${subject}.${field} has no column in this query`);
  const known = (field: string): SqlColumn | SqlRelation => {
    if (!Object.hasOwn(columns, field)) throw missing(field);
    const found = columns[field as keyof SubjectFields[Name]];
    return typeof found === 'string' ? { expression: found } : found;
  };
  const column = (field: string): SqlColumn => {
    const found = known(field);
    if ('from' in found) throw missing(field);
    return found;
  };
  const relation = (field: string): SqlRelation => {
    const found = known(field);
    if (!('from' in found)) throw missing(field);
    return found;
  };
  return conditionSql(conditionFor(ability, action, subject), { column, relation, bind: parameters.bind });
}
