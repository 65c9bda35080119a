import { hasErrors } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { findingLines, readFlowFile } from './read-flow-file.js';
import { reportRefusal } from './report-refusal.js';

/** Exit 0 when the flow may be published (warnings included), 1 when errors have to be mended, 2 when the file is no flow. */
export async function flowCheck(file: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const read = await readFlowFile(file);
  if (!read.ok) return reportRefusal(read.error, json);
  const { kind, findings } = read.value;
  const publishable = kind === 'flow' && !hasErrors(findings);
  if (json) console.log(JSON.stringify({ publishable, findings }, null, 2));
  else {
    const verdict =
      kind === 'unreadable' ? '这个文件不能作为流程使用。' : publishable ? '可以发布。' : '还不能发布，请先改正错误。';
    console.log([...findingLines(findings), verdict].join('\n'));
  }
  if (kind === 'unreadable') return EXIT.unusable;
  return publishable ? EXIT.good : EXIT.findings;
}
