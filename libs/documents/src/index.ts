import { LIMITS } from './limits.js';

export { readDocumentTable } from './read-document-table.js';

/** Longer files are refused: read no more than one byte above it. */
export const MAX_DOCUMENT_BYTES = LIMITS.fileBytes;
