/** One kind of dirt. `apply` is idempotent and returns its argument when there is nothing to repair. */
export interface CellRepair {
  readonly code: string;
  readonly message: string;
  readonly apply: (text: string) => string;
  /** set when the repair is likely but a person has to confirm it */
  readonly confirm?: { readonly code: string; readonly message: string; readonly cure: string };
}
