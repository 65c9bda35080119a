export { readDocumentTable } from './read-document-table.js';
