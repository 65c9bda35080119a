/** A task list is a few hundred rows of text; everything far beyond is a mistake or an attack. */
export const LIMITS = {
  /** bytes of the file */
  fileBytes: 20 * 1024 * 1024,
  /** bytes of all parts of an office file after unpacking, pictures included */
  unpackedBytes: 128 * 1024 * 1024,
  /** bytes of its XML parts after unpacking: those are parsed in memory */
  xmlBytes: 16 * 1024 * 1024,
  /** elements of its XML parts: a parser's time and memory go with them (mammoth: about 15 µs and 2 kB for each) */
  xmlElements: 150_000,
  /** parts of an office file */
  parts: 2_000,
  rows: 5_000,
  columns: 100,
  /** merged ranges of a worksheet */
  merges: 1_000,
  cellCharacters: 5_000,
} as const;
