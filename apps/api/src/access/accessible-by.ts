import { conditionFor, type Action, type AppAbility, type SubjectName } from '@chengban/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { conditionSql, type SqlColumn, type SqlRelation } from './condition-sql.js';

/**
 * Narrows a query to the rows on which `ability` allows `action`. Fields of rules are properties of the entity, or
 * `relations` to rows of other tables.
 * @throws when a rule speaks of a property that the entity does not have
 */
export function accessibleBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  ability: AppAbility,
  action: Action,
  subject: SubjectName,
  relations: Readonly<Record<string, SqlRelation>> = {},
): SelectQueryBuilder<Row> {
  const metadata = query.expressionMap.mainAlias?.metadata;
  if (!metadata) throw new Error('a query without an entity has no rows to narrow');
  let bound = 0;
  const column = (field: string): SqlColumn => {
    const found = metadata.findColumnWithPropertyPath(field);
    if (!found) throw new Error(`rule field ${subject}.${field} is not a column of ${metadata.tableName}`);
    return { expression: `${query.escape(query.alias)}.${query.escape(found.databaseName)}`, array: found.isArray };
  };
  const relation = (field: string): SqlRelation => {
    const found = relations[field];
    if (!found) throw new Error(`rule field ${subject}.${field} is no relation of ${metadata.tableName} in this query`);
    return found;
  };
  const bind = (value: unknown): string => {
    const name = `access_${subject}_${action}_${bound++}`;
    query.setParameter(name, value);
    // TypeORM expands only `:...name`; a plain array parameter goes to the driver as one PostgreSQL array
    return `:${name}`;
  };
  return query.andWhere(conditionSql(conditionFor(ability, action, subject), { column, relation, bind }));
}
