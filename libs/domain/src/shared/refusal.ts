/** Why an act was not carried out. `message` says what happened, `cure` what would allow it; both plain Chinese. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly cure?: string;
  /** the form field that is wrong, where there is one */
  readonly field?: string;
  /** where several places are wrong: each with what to do there */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}
