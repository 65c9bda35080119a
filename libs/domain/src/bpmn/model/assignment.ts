/** A role in a unit; `responsible` and `supervisor` are said of the obligation, `= …` is an expression for the unit. */
interface ByRole {
  readonly kind: 'role';
  readonly unit: string;
  readonly role: string;
}

interface ByPerson {
  readonly kind: 'person';
  readonly person: string;
}

interface ByStarter {
  readonly kind: 'starter';
}

/** Whoever decided the step before, on the path that the token came. */
interface ByPrevious {
  readonly kind: 'previous';
}

/** A field of the form: of type person, or of type unit, then with the role that decides there. */
interface ByField {
  readonly kind: 'field';
  readonly field: string;
  readonly role?: string;
}

/** The starter chooses among those of a unit, of a role, or of a role in a unit; at most `max`, any number without it. */
export interface ByChoice {
  readonly kind: 'chosen';
  readonly unit?: string;
  readonly role?: string;
  readonly max?: number;
}

/** FEEL that gives the id of a person, or a list of ids. */
interface ByExpression {
  readonly kind: 'expression';
  readonly expression: string;
}

/** Who gets a task. Several of one task are one group of candidates. */
export type Assignment = ByRole | ByPerson | ByStarter | ByPrevious | ByField | ByChoice | ByExpression;

export type AssignmentKind = Assignment['kind'];

/** Who is sent a copy (抄送) when the node completes. The starter's choice is asked for seats only. */
export type CopyTo = Exclude<Assignment, ByChoice>;
