/** A formal expression as drawn. An empty text is kept: the checks say that it is empty. */
export interface Condition {
  readonly text: string;
  /** as written in the file; null means FEEL */
  readonly language: string | null;
}

/** The text of a timer as drawn: an ISO 8601 duration, date or repeating interval, or a FEEL expression that gives one. */
export interface TimerText {
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly text: string;
}

/** What an event waits for or throws (§10.5.5). `name` is what matches: the message's or signal's name, else its id. */
export type Trigger =
  | { readonly kind: 'message'; readonly name: string | null; readonly correlation: string | null }
  | { readonly kind: 'signal'; readonly name: string | null }
  | { readonly kind: 'timer'; readonly timer: TimerText | null }
  | { readonly kind: 'conditional'; readonly condition: Condition | null }
  /** `code` null: catches every error, or throws one without a code */
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  /** `activity` null: everything in the scope that can be compensated */
  | { readonly kind: 'compensation'; readonly activity: string | null; readonly wait: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'link'; readonly name: string };
