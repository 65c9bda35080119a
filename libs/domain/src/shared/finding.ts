/** Where a finding points: an element of a flow, or a cell of a document (1-based row and column, line in a text file). */
export interface Position {
  readonly elementId?: string;
  readonly property?: string;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
}

/** One thing that is wrong, or that a person should look at. `message` and `cure` are plain Chinese. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly cure?: string;
  readonly at?: Position;
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
