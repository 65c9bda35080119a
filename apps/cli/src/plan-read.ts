import path from 'node:path';
import { MAX_DOCUMENT_BYTES, readDocumentTable } from '@chengban/documents';
import { hasErrors, readPlan } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { planSummary } from './plan-summary.js';
import { readInputFile } from './read-input-file.js';
import { reportRefusal } from './report-refusal.js';

/**
 * `chengban plan read FILE [--json]`: what the importer reads in a document; nothing is stored. Exit 0 when the plan could
 * go live after a look at the warnings, 1 when errors have to be mended, 2 when the file holds no plan at all.
 */
export async function planRead(file: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const bytes = await readInputFile(file, MAX_DOCUMENT_BYTES);
  if (!bytes.ok) return reportRefusal(bytes.error, json);
  const table = await readDocumentTable(bytes.value, path.basename(file));
  if (!table.ok) return reportRefusal(table.error, json);
  const reading = readPlan(table.value);
  const fatal = reading.measures.length === 0 && reading.findings.find((finding) => finding.severity === 'error');
  if (fatal) return reportRefusal(fatal, json);
  console.log(json ? JSON.stringify(reading, null, 2) : planSummary(reading));
  return hasErrors(reading.findings) ? EXIT.findings : EXIT.good;
}
