import type { Refusal } from '@chengban/domain';

/** One wrong field of a request. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly status: number;
  /** stable, for programs; becomes `urn:chengban:problem:<code>` */
  readonly code: string;
  /** plain Chinese: what happened */
  readonly title: string;
  /** plain Chinese: what to do */
  readonly detail?: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  /** further members of the answer, such as `current` of a stale page or `findings` of a flow */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** An answer that is not the one hoped for. Thrown by guards and controllers; a fault of ours is any other Error. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly details: ProblemDetails) {
    super(details.title);
  }

  /** A refusal of the domain as an answer; 422 unless its meaning has a status of its own. */
  static from(refusal: Refusal, status = 422, extra?: Readonly<Record<string, unknown>>): Problem {
    return new Problem({
      status,
      code: refusal.code,
      title: refusal.message,
      ...(refusal.cure === undefined ? {} : { detail: refusal.cure }),
      ...(refusal.field === undefined ? {} : { field: refusal.field }),
      ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
      ...(extra === undefined ? {} : { extra }),
    });
  }
}
