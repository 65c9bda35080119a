import { createHash } from 'node:crypto';
import { fail, ok, readPlan, type PlanReading, type Refusal, type Result } from '@chengban/domain';
import { readDocumentTable } from '@chengban/documents';

export interface ReadDocument {
  readonly sha256: string;
  readonly reading: PlanReading;
}

/**
 * Bytes → proposal. The kind of document is decided by its content. A document without a single measure is refused:
 * there would be nothing to confirm.
 * @param knownUnits names of the unit register; they prove that two words of the document are one name
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  knownUnits: readonly string[],
): Promise<Result<ReadDocument, Refusal>> {
  const table = await readDocumentTable(bytes, fileName);
  if (!table.ok) return table;
  const reading = readPlan(table.value, { knownUnits });
  if (reading.measures.length === 0) {
    const first = reading.findings.find((finding) => finding.severity === 'error');
    return fail({
      code: 'no-measures',
      message: first?.message ?? '表格里没有读到任何措施。',
      cure: first?.cure ?? '请确认文件是方案的工作任务清单。',
    });
  }
  return ok({ sha256: createHash('sha256').update(bytes).digest('hex'), reading });
}
