/** One row of a table as the document has it. */
export interface DocumentRow {
  /** 1-based line of a text file, or row of a worksheet */
  readonly line?: number;
  /** 1-based number of the table (or worksheet) in the document; one table when absent */
  readonly table?: number;
  /** original text of each cell; the covered part of a merged cell is '' */
  readonly cells: readonly string[];
  /** true where the document itself says that the cell continues a merged cell of the row above */
  readonly continues?: readonly boolean[];
}

/** The tables of a document, one after the other as one, and the lines of text before them. */
export interface DocumentTable {
  readonly preamble: readonly string[];
  readonly rows: readonly DocumentRow[];
}
