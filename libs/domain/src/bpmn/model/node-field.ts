/** What a user task may do with a field of the form, or with one column of a table, where the drawing says it. */
export interface NodeField {
  readonly name: string;
  readonly column?: string;
  /** absent: the usual one of the task's purpose, or of the whole table */
  readonly access?: 'write' | 'read' | 'hidden';
  /** absent: as the form says */
  readonly required?: boolean;
}
