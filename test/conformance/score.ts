/** What is written per folder; `failing` holds every test that did not pass, with the reason. */
export interface Score {
  readonly total: number;
  readonly passed: number;
  /** it ran, and came out differently */
  readonly wrong: number;
  /** it was not run, for a reason that is stated */
  readonly refused: number;
  readonly failing: readonly Failing[];
  /** constraints only: valid models in which a rule was found broken */
  readonly falseAlarms?: number;
}

interface Failing {
  readonly id: string;
  readonly why: string;
}

export type Verdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'wrong'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

export const PASSED: Verdict = { kind: 'passed' };
export const wrong = (why: string): Verdict => ({ kind: 'wrong', why });
export const refused = (why: string): Verdict => ({ kind: 'refused', why });

export function scoreOf(verdicts: readonly { readonly id: string; readonly verdict: Verdict }[]): Score {
  const count = (kind: Verdict['kind']): number => verdicts.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    total: verdicts.length,
    passed: count('passed'),
    wrong: count('wrong'),
    refused: count('refused'),
    failing: verdicts.flatMap(({ id, verdict }) =>
      verdict.kind === 'passed' ? [] : [{ id, why: `${verdict.kind}: ${verdict.why}` }],
    ),
  };
}
