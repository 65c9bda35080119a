/** What is moved where: `from` is the name of a variable or a FEEL expression, `to` the name of a variable. */
export interface DataMapping {
  readonly from: string;
  readonly to: string;
}

/** A data object, a property or a data store: a variable of its scope. `initial` is a FEEL expression, null for none. */
export interface DataItem {
  readonly id: string;
  readonly name: string;
  readonly collection: boolean;
  readonly initial: string | null;
}
