/** DMN 1.5 §8.2.8: how the rules that hold together give one result. */
export type HitPolicy = 'unique' | 'any' | 'first' | 'priority' | 'collect' | 'ruleOrder' | 'outputOrder';

/** §8.2.8.3: what a table that collects makes of its list. */
export type Aggregation = 'sum' | 'min' | 'max' | 'count';

export interface InputClause {
  readonly label: string;
  /** FEEL */
  readonly expression: string;
  readonly type: string | null;
  /** unary tests that every input must pass */
  readonly allowed: string | null;
}

export interface OutputClause {
  /** the member of the result; null in a table with one output */
  readonly name: string | null;
  /** FEEL list of the values in order of priority, without its brackets */
  readonly values: string | null;
  /** FEEL */
  readonly otherwise: string | null;
}

export interface Rule {
  /** unary tests, one for each input */
  readonly tests: readonly string[];
  /** FEEL, one for each output */
  readonly results: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly InputClause[];
  readonly outputs: readonly OutputClause[];
  readonly rules: readonly Rule[];
}

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly text: string;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  /** what those that require it call its result */
  readonly variable: string;
  readonly type: string | null;
  /** ids of the decisions it requires, none of them itself by any way round */
  readonly requires: readonly string[];
  readonly logic: Table | LiteralExpression;
}

/** The decisions of one file by id. */
export type Decisions = ReadonlyMap<string, Decision>;
