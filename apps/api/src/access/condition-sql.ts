import { assertNever, type Condition } from '@chengban/domain';

/** How a field of a subject is spelled in SQL. */
export interface SqlColumn {
  readonly expression: string;
  /** a PostgreSQL array: `eq` asks whether it contains the value, `in` whether the two have one in common */
  readonly array?: boolean;
}

export interface SqlDialect {
  /** @throws when the subject has no such field: a rule that cannot be asked must not pass silently */
  column(field: string): SqlColumn;
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
    case 'compare':
      return comparisonSql(condition, dialect);
    default:
      return assertNever(condition);
  }
}

const negated = (sql: string): string => `(NOT COALESCE(${sql}, FALSE))`;

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

const contains = (expression: string, values: readonly unknown[], dialect: SqlDialect): string =>
  values.length === 1 ? `${dialect.bind(values[0])} = ANY(${expression})` : `${expression} && ${dialect.bind(values)}`;
