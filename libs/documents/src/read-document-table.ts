import { ok } from '@chengban/domain';
import type { DocumentTable, Refusal, Result } from '@chengban/domain';
import { decodeText, tableOfText } from './text-table.js';
export async function readDocumentTable(bytes: Uint8Array, _fileName: string): Promise<Result<DocumentTable, Refusal>> {
  const t = decodeText(bytes);
  return t.ok ? tableOfText(t.value) : t;
}
void ok;
