import { assertNever, type Condition } from '@chengban/domain';

/** How a field of a subject is spelled in SQL. */
export interface SqlColumn {
  readonly expression: string;
  /** a PostgreSQL array: `eq` asks whether it contains the value, `in` whether the two have one in common */
  readonly array?: boolean;
}

/** Rows that belong to a subject, such as the tasks of a matter. */
export interface SqlRelation {
  /** tables with their joins */
  readonly from: string;
  /** which rows belong to the subject */
  readonly where: string;
  readonly columns: Readonly<Record<string, SqlColumn>>;
}

export interface SqlDialect {
  /** @throws when the subject has no such field: a rule that cannot be asked must not pass silently */
  column(field: string): SqlColumn;
  /** @throws when the subject has no such rows */
  relation(field: string): SqlRelation;
  /** makes a parameter of a value and returns its placeholder */
  bind(value: unknown): string;
}

/**
 * A condition as SQL that is true for exactly the rows on which CASL itself says yes, NULLs included:
 * a comparison with NULL counts as «no», therefore every NOT stands before `COALESCE(…, FALSE)`.
 */
export function conditionSql(condition: Condition, dialect: SqlDialect): string {
  switch (condition.kind) {
    case 'all':
      return 'TRUE';
    case 'none':
      return '1=0';
    case 'and':
    case 'or':
      return `(${condition.parts.map((part) => conditionSql(part, dialect)).join(` ${condition.kind.toUpperCase()} `)})`;
    case 'not':
      return negated(conditionSql(condition.part, dialect));
    case 'some':
      return someSql(condition, dialect);
    case 'compare':
      return comparisonSql(condition, dialect);
    default:
      return assertNever(condition);
  }
}

const negated = (sql: string): string => `(NOT COALESCE(${sql}, FALSE))`;

/** Conditions about one and the same row: two rows that meet them half each are not enough. */
function someSql({ field, part }: Extract<Condition, { kind: 'some' }>, { relation, bind }: SqlDialect): string {
  const { from, where, columns } = relation(field);
  const column = (name: string): SqlColumn => {
    const found = columns[name];
    if (!found) throw new Error(`rule field ${field}.${name} has no column in this query`);
    return found;
  };
  const inner = conditionSql(part, { column, relation, bind });
  return `EXISTS (SELECT FROM ${from} WHERE ${where} AND ${inner})`;
}

type Compare = Extract<Condition, { kind: 'compare' }>;

function comparisonSql({ operator, field, value }: Compare, dialect: SqlDialect): string {
  const column = dialect.column(field);
  switch (operator) {
    case 'eq':
      return oneOf([value], column, dialect);
    case 'ne':
      return negated(oneOf([value], column, dialect));
    case 'in':
      return oneOf(value as readonly unknown[], column, dialect);
    case 'nin':
      return negated(oneOf(value as readonly unknown[], column, dialect));
    default:
      // order and existence mean something else for NULL in memory than in SQL, and no policy needs them
      throw new Error(`rule operator ${operator} on ${field} has no SQL form`);
  }
}

function oneOf(values: readonly unknown[], { expression, array }: SqlColumn, dialect: SqlDialect): string {
  const known = values.filter((value) => value !== null);
  const nullToo = known.length < values.length && !array;
  const parts = [
    ...(known.length === 0 ? [] : [array ? contains(expression, known, dialect) : equals(expression, known, dialect)]),
    ...(nullToo ? [`${expression} IS NULL`] : []),
  ];
  if (parts.length === 0) return 'FALSE';
  return parts.length === 1 ? parts.join('') : `(${parts.join(' OR ')})`;
}

const equals = (expression: string, values: readonly unknown[], dialect: SqlDialect): string =>
  values.length === 1 ? `${expression} = ${dialect.bind(values[0])}` : `${expression} = ANY(${dialect.bind(values)})`;

/** Always an overlap, for one value too: a GIN index knows that, and does not know «= ANY». */
const contains = (expression: string, values: readonly unknown[], dialect: SqlDialect): string =>
  `${expression} && ${dialect.bind(values)}`;
